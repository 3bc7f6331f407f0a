package dev.inputmethod.corpus;

import java.util.Map;

/** Accumulates the metrics of a baseline over all targets and over those in the vocabulary. */
final class BaselineTally {
  private final Tally all = new Tally();
  private final Tally known = new Tally();

  /**
   * @param rank the target's rank from 1, if it is in the vocabulary
   */
  void add(int target, double probability, int rank) {
    double nats = -Math.log(probability);
    if (target == Vocabulary.UNKNOWN_ID) {
      all.unknown(nats);
    } else {
      all.known(nats, rank);
      known.known(nats, rank);
    }
  }

  void putInto(Map<String, Double> metrics, String prefix) {
    all.metrics("").forEach((name, value) -> metrics.put(prefix + name, value));
    known.metrics("InVocabulary").forEach((name, value) -> metrics.put(prefix + name, value));
  }
}
