package dev.inputmethod.reports.comparison;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results of one configuration over its seeds.
 *
 * @param completed its trials that trained to the end, in the experiment's order
 * @param failed its trials that ended early; they enter no figure, and are counted
 */
public record ConfigurationResult(
    Configuration configuration, List<TrialRecord> completed, List<TrialRecord> failed) {
  public ConfigurationResult {
    completed = List.copyOf(completed);
    failed = List.copyOf(failed);
  }

  /** A metric over the completed trials that have it; NaN where one of them is. */
  public Optional<Statistic> statistic(String metric) {
    List<Double> values = new ArrayList<>();
    for (TrialRecord trial : completed) {
      trial.metric(metric).ifPresent(values::add);
    }
    return Statistic.of(values);
  }

  /** Whether one of its trials has this name. */
  public boolean hasTrial(String name) {
    return Stream.concat(completed.stream(), failed.stream())
        .anyMatch(trial -> trial.trial().equals(name));
  }

  /** The name of its first trial; one that completed, if any did. */
  public String firstTrial() {
    return (completed.isEmpty() ? failed : completed).get(0).trial();
  }

  /** What its trials learned. */
  public LearnedTask task() {
    return LearnedTask.of(configuration);
  }

  /**
   * The loss by which configurations are ranked: over every validation target at the best epoch,
   * over seeds; in nats per word, or as the task has it.
   */
  public Optional<Statistic> validation() {
    return statistic(task().validationMetric());
  }

  /** Whether its mean loss is a finite number, which can be ranked. */
  public boolean isRankable() {
    return validation().filter(Statistic::isFinite).isPresent();
  }

  /** The completed trial with the lowest validation loss. */
  public Optional<TrialRecord> bestTrial() {
    return completed.stream()
        .filter(trial -> Double.isFinite(loss(trial)))
        .min(Comparator.comparingDouble(this::loss));
  }

  private double loss(TrialRecord trial) {
    return Objects.requireNonNullElse(trial.metrics().get(task().validationMetric()), Double.NaN);
  }
}
