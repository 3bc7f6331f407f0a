package dev.inputmethod.corpus;

import java.util.Map;

/** Sums up how well a baseline predicts, over all targets and over those in the vocabulary. */
final class BaselineTally {
  /** Places that are scored. */
  static final int DEEPEST = 5;

  private long targets;
  private long unknown;
  private double nats;
  private double unknownNats;
  private final long[] hits = new long[DEEPEST + 1];

  /**
   * @param rank from 1, of a word of the vocabulary
   */
  void add(int target, double probability, int rank) {
    double lost = -Math.log(probability);
    targets++;
    nats += lost;
    if (target == Vocabulary.UNKNOWN_ID) {
      unknown++;
      unknownNats += lost;
    } else if (rank <= DEEPEST) {
      hits[rank]++;
    }
  }

  void putInto(Map<String, Double> metrics, String prefix) {
    put(metrics, prefix, "", targets, nats);
    put(metrics, prefix, "InVocabulary", targets - unknown, nats - unknownNats);
  }

  private void put(
      Map<String, Double> metrics, String prefix, String suffix, long over, double lost) {
    if (over == 0) {
      return;
    }
    metrics.put(prefix + "crossEntropy" + suffix, lost / over);
    metrics.put(prefix + "perplexity" + suffix, Math.exp(lost / over));
    long within = 0;
    double reciprocal = 0;
    for (int rank = 1; rank <= DEEPEST; rank++) {
      within += hits[rank];
      reciprocal += (double) hits[rank] / rank;
      if (rank != 2 && rank != 4) {
        metrics.put(prefix + "recallAt" + rank + suffix, (double) within / over);
      }
    }
    metrics.put(prefix + "mrrAt5" + suffix, reciprocal / over);
  }
}
