package dev.inputmethod.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts of training targets, and the add-one smoothed distribution they give. */
final class Unigram {
  private final long[] counts;
  private final double total;
  private final int[] ranks;
  private final int[] best;

  /**
   * @param depth how many of the commonest words are kept by rank
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
    // Sorting is stable: of equally common words the smaller id comes first, as in a network's
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

  /** From 1; of no meaning for a special id. */
  int rank(int id) {
    return ranks[id];
  }

  /** The commonest words that may be offered. */
  int[] best() {
    return best.clone();
  }
}
