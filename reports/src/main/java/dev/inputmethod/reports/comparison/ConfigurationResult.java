package dev.inputmethod.reports.comparison;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one configuration came to over its seeds.
 *
 * @param completed its trials that trained to the end, in the experiment's order
 * @param failed its trials that ended early; they enter no figure, and are counted
 */
public record ConfigurationResult(
    Configuration configuration, List<TrialRecord> completed, List<TrialRecord> failed) {
  /** Ranks: the best epoch's cross-entropy over every validation target, nats per word. */
  public static final String VALIDATION = "validation.crossEntropy";

  public ConfigurationResult {
    completed = List.copyOf(completed);
    failed = List.copyOf(failed);
  }

  /** A metric over the completed trials that have it; NaN where one of them is. */
  public Optional<Statistic> statistic(String metric) {
    List<Double> values = new ArrayList<>();
    for (TrialRecord trial : completed) {
      Optional.ofNullable(trial.metrics().get(metric)).ifPresent(values::add);
    }
    return Statistic.of(values);
  }

  /** Best validation cross-entropy over seeds, nats per word. */
  public Optional<Statistic> validation() {
    return statistic(VALIDATION);
  }

  /** Whether its mean can be compared; never by a NaN. */
  public boolean isRankable() {
    return validation().filter(Statistic::isFinite).isPresent();
  }

  /** The completed trial with the lowest validation cross-entropy. */
  public Optional<TrialRecord> bestTrial() {
    return completed.stream()
        .filter(trial -> Double.isFinite(crossEntropy(trial)))
        .min(Comparator.comparingDouble(ConfigurationResult::crossEntropy));
  }

  private static double crossEntropy(TrialRecord trial) {
    return Objects.requireNonNullElse(trial.metrics().get(VALIDATION), Double.NaN);
  }
}
