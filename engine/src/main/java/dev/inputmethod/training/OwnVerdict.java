package dev.inputmethod.training;

import dev.inputmethod.reports.gradient.Evidence;
import dev.inputmethod.reports.gradient.Judge;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.KnownAnswer;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.TrialSetup;
import dev.inputmethod.reports.record.Verdict;
import dev.inputmethod.task.Task;
import java.util.Map;
import java.util.Optional;

/** Judges a trial by itself, without the other trials of its experiment. */
final class OwnVerdict {
  private final TrialSetup setup;
  private final Task task;

  OwnVerdict(TrialSetup setup, Task task) {
    this.setup = setup;
    this.task = task;
  }

  /**
   * The verdict.
   *
   * @param metrics of the best model; empty if the trial failed
   */
  Verdict of(Outcome outcome, Map<String, Double> metrics, GradientSummary gradient) {
    Optional<String> failure =
        outcome instanceof Outcome.Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    Evidence evidence =
        new Evidence(
            failure,
            answer(metrics),
            Optional.empty(),
            Evidence.isWorseThanUntrained(
                LearnedTask.of(setup.configuration()),
                metric -> Optional.ofNullable(metrics.get(metric))));
    return new Judge(setup.thresholds()).judge(gradient, setup.configuration(), evidence);
  }

  /** How the best model did on a task whose answer is known. */
  private Optional<KnownAnswer> answer(Map<String, Double> metrics) {
    LearnedTask learned = LearnedTask.of(setup.configuration());
    Double loss = metrics.get(learned.validationMetric());
    if (loss == null || task.memorylessLoss().isEmpty()) {
      return Optional.empty();
    }
    double memoryless = task.memorylessLoss().getAsDouble();
    return Optional.of(new KnownAnswer(learned.lossName(), loss, memoryless));
  }
}
