package dev.inputmethod.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts of the training targets, and the add-one smoothed distribution derived from them. */
final class Unigram {
  private final long[] counts;
  private final double total;
  private final int[] ranks;
  private final int[] best;

  /**
   * @param depth the number of most frequent words to keep in order
   */
  Unigram(Windows training, Vocabulary vocabulary, int depth) {
    counts = new long[vocabulary.size()];
    training.forEachPair((before, target) -> counts[target]++);
    total = (double) training.size() + vocabulary.size();
    List<Integer> offered = new ArrayList<>();
    for (int id = 0; id < counts.length; id++) {
      if (!vocabulary.isSpecial(id)) {
        offered.add(id);
      }
    }
    // The sort is stable: of equally frequent words the smaller id is first, as in a network's
    // ranks.
    offered.sort(Comparator.comparingLong(id -> -counts[id]));
    ranks = new int[counts.length];
    best = new int[Math.min(depth, offered.size())];
    for (int i = 0; i < offered.size(); i++) {
      ranks[offered.get(i)] = i + 1;
      if (i < best.length) {
        best[i] = offered.get(i);
      }
    }
  }

  double probability(int id) {
    return (counts[id] + 1) / total;
  }

  /** Returns a word's rank from 1; undefined for a special id. */
  int rank(int id) {
    return ranks[id];
  }

  /** Returns the most frequent words that may be predicted. */
  int[] best() {
    return best.clone();
  }
}
