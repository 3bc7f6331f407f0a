package dev.inputmethod.corpus;

import java.util.Arrays;

/**
 * Counts pairs of adjacent words for one range of first words after another, so that memory is
 * bounded. Each range takes one pass over the training split.
 */
final class BigramGroups {
  /**
   * The number of pairs counted in one pass: 32 MB. Must not depend on the machine, because the
   * order of summation decides the last bits of the metrics.
   */
  static final int PAIRS_HELD = 1 << 22;

  /** Receives one range after another. */
  interface Sink {
    void group(Bigrams bigrams);
  }

  private final Windows training;
  private final int pairsHeld;
  private final long[] beforeCounts;

  BigramGroups(Windows training, int vocabularySize, int pairsHeld) {
    this.training = training;
    this.pairsHeld = pairsHeld;
    this.beforeCounts = new long[vocabularySize];
    training.forEachPair((before, target) -> beforeCounts[before]++);
  }

  /** Returns how often a word precedes a training target. */
  long countBefore(int word) {
    return beforeCounts[word];
  }

  /** Counts each range and passes it on. The ranges cover every word once, in order. */
  void forEach(Sink sink) {
    int from = 0;
    while (from < beforeCounts.length) {
      int to = from + 1;
      long pairs = beforeCounts[from];
      while (to < beforeCounts.length && pairs + beforeCounts[to] <= pairsHeld) {
        pairs += beforeCounts[to];
        to++;
      }
      sink.group(pairs <= pairsHeld ? sorted(from, to, (int) pairs) : dense(from));
      from = to;
    }
  }

  private Bigrams sorted(int from, int to, int pairs) {
    long[] keys = new long[pairs];
    int[] used = new int[1];
    training.forEachPair(
        (before, target) -> {
          if (before >= from && before < to) {
            keys[used[0]++] = Bigrams.key(before, target);
          }
        });
    Arrays.sort(keys);
    int[] counts = new int[pairs];
    int distinct = 0;
    for (int i = 0; i < pairs; i++) {
      if (distinct == 0 || keys[distinct - 1] != keys[i]) {
        keys[distinct++] = keys[i];
      }
      counts[distinct - 1]++;
    }
    return new Bigrams(
        from,
        to,
        Arrays.copyOf(keys, distinct),
        Arrays.stream(counts, 0, distinct).asLongStream().toArray());
  }

  /** Counts the pairs of a single word that has more of them than may be held at a time. */
  private Bigrams dense(int word) {
    long[] followers = new long[beforeCounts.length];
    training.forEachPair(
        (before, target) -> {
          if (before == word) {
            followers[target]++;
          }
        });
    int distinct = (int) Arrays.stream(followers).filter(count -> count > 0).count();
    long[] keys = new long[distinct];
    long[] counts = new long[distinct];
    int used = 0;
    for (int id = 0; id < followers.length; id++) {
      if (followers[id] > 0) {
        keys[used] = Bigrams.key(word, id);
        counts[used++] = followers[id];
      }
    }
    return new Bigrams(word, word + 1, keys, counts);
  }
}
