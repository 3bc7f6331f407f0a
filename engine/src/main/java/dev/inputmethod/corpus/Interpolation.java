package dev.inputmethod.corpus;

import java.util.Arrays;

/**
 * How much a bigram's relative frequency counts against the unigram, by how often its first word
 * was seen: a weight for each power of two, the one of a grid under which the observed targets are
 * most probable.
 */
final class Interpolation {
  /** Weights tried: 0, 1/20, … 19/20. Not 1, under which an unseen pair would be impossible. */
  private static final int STEPS = 20;

  private final double[][] nats = new double[Long.SIZE + 1][STEPS];
  private final double[] weights = new double[Long.SIZE + 1];

  /** Bucket 0 is a word never seen before a target, whose weight is 0 of necessity. */
  private static int bucket(long countBefore) {
    return Long.SIZE - Long.numberOfLeadingZeros(countBefore);
  }

  /**
   * Takes a target into account.
   *
   * @param countBefore of the word before it
   * @param count of both together
   * @param unigram the target's own probability
   */
  void observe(long countBefore, long count, double unigram) {
    double[] bucket = nats[bucket(countBefore)];
    for (int step = 0; step < STEPS; step++) {
      bucket[step] -= Math.log(mixed((double) step / STEPS, countBefore, count, unigram));
    }
  }

  /** Chooses the weights; a bucket that was never observed takes the one that is best over all. */
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
    // Without anything seen there is only the unigram, whatever the weight.
    return countBefore == 0 ? unigram : weight * count / countBefore + (1 - weight) * unigram;
  }
}
