package dev.inputmethod.corpus;

import java.util.Arrays;

/**
 * Weights of a bigram's relative frequency against the unigram, by how often its first word occurs:
 * for each power of two the weight from a grid that makes the observed targets most probable.
 */
final class Interpolation {
  /** The weights tried are 0, 1/20, … 19/20; 1 would make an unseen pair impossible. */
  private static final int STEPS = 20;

  private final double[][] nats = new double[Long.SIZE + 1][STEPS];
  private final double[] weights = new double[Long.SIZE + 1];

  /**
   * Returns the bucket of a count. Bucket 0 is for words that never precede a target; its weight is
   * necessarily 0.
   */
  private static int bucket(long countBefore) {
    return Long.SIZE - Long.numberOfLeadingZeros(countBefore);
  }

  /**
   * Adds a target to the observations.
   *
   * @param countBefore the count of the preceding word
   * @param count the count of the pair
   * @param unigram the target's unigram probability
   */
  void observe(long countBefore, long count, double unigram) {
    double[] bucket = nats[bucket(countBefore)];
    for (int step = 0; step < STEPS; step++) {
      bucket[step] -= Math.log(mixed((double) step / STEPS, countBefore, count, unigram));
    }
  }

  /** Chooses the weights; a bucket without observations gets the weight that is best overall. */
  void choose() {
    double[] all = new double[STEPS];
    for (double[] bucket : nats) {
      for (int step = 0; step < STEPS; step++) {
        all[step] += bucket[step];
      }
    }
    for (int bucket = 1; bucket < weights.length; bucket++) {
      boolean observed = Arrays.stream(nats[bucket]).anyMatch(value -> value > 0);
      weights[bucket] = (double) least(observed ? nats[bucket] : all) / STEPS;
    }
  }

  private static int least(double[] values) {
    int least = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] < values[least]) {
        least = i;
      }
    }
    return least;
  }

  double probability(long countBefore, long count, double unigram) {
    return mixed(weights[bucket(countBefore)], countBefore, count, unigram);
  }

  private static double mixed(double weight, long countBefore, long count, double unigram) {
    // Without any occurrence only the unigram counts.
    return countBefore == 0 ? unigram : weight * count / countBefore + (1 - weight) * unigram;
  }
}
