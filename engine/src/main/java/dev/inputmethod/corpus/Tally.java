package dev.inputmethod.corpus;

import java.util.Map;
import java.util.TreeMap;

/**
 * Sums up how well targets were predicted, by a network or a baseline. Recall@k and MRR@k count a
 * target outside the vocabulary as a miss.
 *
 * <p>Formulas: cross-entropy −(1/M)·Σ ln p(w_i), in nats per word; perplexity its exponential;
 * recall@k = (1/M)·Σ 1[r_i ≤ k]; MRR@5 = (1/M)·Σ 1[r_i ≤ 5]/r_i, with r_i the rank among the words
 * that may be offered.
 */
public final class Tally {
  /** The last rank that counts. */
  static final int DEEPEST = 5;

  private long targets;
  private double logLoss;
  private double reciprocalRanks;
  private final long[] hits = new long[DEEPEST + 1];

  /**
   * A target in the vocabulary: {@code nats} is −ln of its probability, {@code rank} counts from 1.
   */
  public void known(double nats, int rank) {
    targets++;
    logLoss += nats;
    if (rank <= DEEPEST) {
      reciprocalRanks += 1.0 / rank;
      for (int k = rank; k <= DEEPEST; k++) {
        hits[k]++;
      }
    }
  }

  /** A target outside the vocabulary: {@code nats} is −ln of the probability of {@code <unk>}. */
  public void unknown(double nats) {
    targets++;
    logLoss += nats;
  }

  public long targets() {
    return targets;
  }

  /** Nats per word; NaN if nothing was counted. */
  public double crossEntropy() {
    return logLoss / targets;
  }

  private double recallAt(int k) {
    return (double) hits[k] / targets;
  }

  private double meanReciprocalRankAt5() {
    return reciprocalRanks / targets;
  }

  /** Every metric by name, each with the suffix; none if nothing was counted. */
  public Map<String, Double> metrics(String suffix) {
    Map<String, Double> metrics = new TreeMap<>();
    if (targets > 0) {
      metrics.put("crossEntropy" + suffix, crossEntropy());
      metrics.put("perplexity" + suffix, Math.exp(crossEntropy()));
      metrics.put("recallAt1" + suffix, recallAt(1));
      metrics.put("recallAt3" + suffix, recallAt(3));
      metrics.put("recallAt5" + suffix, recallAt(5));
      metrics.put("mrrAt5" + suffix, meanReciprocalRankAt5());
    }
    return metrics;
  }
}
