package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.record.KnownAnswer;
import dev.inputmethod.reports.record.Metrics;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a trial besides its gradient.
 *
 * @param divergence why the trial failed, where its loss was not a finite number
 * @param answer how it did on a task with a known answer
 * @param context what a longer context was worth in the same experiment
 * @param worseThanUniform whether the trial predicts clearly worse than a uniform guess, as one
 *     does whose training diverged with a finite loss
 */
public record Evidence(
    Optional<String> divergence,
    Optional<KnownAnswer> answer,
    Optional<ContextGain> context,
    boolean worseThanUniform) {
  /** A network that has learned nothing yet loses a few per cent more than a uniform guess. */
  private static final double CLEARLY = 1.1;

  /** The evidence on a trial that completed on a corpus, seen by itself. */
  public static final Evidence NONE =
      new Evidence(Optional.empty(), Optional.empty(), Optional.empty(), false);

  /** Whether the best model's test loss is clearly above that of a uniform guess. */
  public static boolean isWorseThanUniform(Map<String, Double> metrics) {
    String loss = Metrics.test(Metrics.CROSS_ENTROPY);
    return metrics.getOrDefault(loss, Double.NaN)
        > CLEARLY * metrics.getOrDefault(Metrics.baseline(loss, "uniform"), Double.NaN);
  }

  /** Whether the trial is known to have learned what needs a memory. */
  boolean isLearned() {
    return answer.map(KnownAnswer::isLearned).orElse(false);
  }

  /**
   * Whether the outcome agrees with a gradient that does not reach: nothing was learned from what
   * is far.
   */
  boolean nothingCameOfIt() {
    return answer
        .map(known -> !known.isLearned())
        .orElse(context.map(gain -> !gain.isGain()).orElse(false));
  }
}
