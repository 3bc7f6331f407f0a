package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.record.KnownAnswer;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.Metrics;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known about a trial besides its gradient.
 *
 * @param divergence why the trial failed, where its loss was not a finite number
 * @param answer how it did on a task with a known answer
 * @param context what a longer context was worth in the same experiment
 * @param worseThanUntrained whether the trial predicts clearly worse than an untrained network, as
 *     one does whose training diverged with a finite loss
 */
public record Evidence(
    Optional<String> divergence,
    Optional<KnownAnswer> answer,
    Optional<ContextGain> context,
    boolean worseThanUntrained) {
  /** A network that has hardly learned loses up to a few per cent more than the guess. */
  private static final double CLEARLY = 1.1;

  /** The evidence on a trial that completed on a corpus, seen by itself. */
  public static final Evidence NONE =
      new Evidence(Optional.empty(), Optional.empty(), Optional.empty(), false);

  /**
   * Whether the best model's test loss is clearly above that of an untrained network.
   *
   * @param metrics of the test split and its baselines, by name
   */
  public static boolean isWorseThanUntrained(
      LearnedTask task, Function<String, Optional<Double>> metrics) {
    double loss = metrics.apply(Metrics.test(task.lossMetric())).orElse(Double.NaN);
    return loss > CLEARLY * task.untrainedLoss(metrics).orElse(Double.NaN);
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
