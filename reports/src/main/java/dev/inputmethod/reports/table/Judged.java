package dev.inputmethod.reports.table;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.gradient.ConfigurationVerdict;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.List;
import java.util.Optional;

/**
 * A configuration and its verdict as the experiment judges it: by the thresholds that it has now,
 * and with what its other configurations say about longer contexts. A trial's own record knows
 * neither.
 *
 * @param verdict empty where nothing was probed
 */
record Judged(ConfigurationResult result, Optional<ConfigurationVerdict> verdict) {

  /** Every configuration: the ranked, then the others. */
  static List<Judged> of(ExperimentRecord experiment, List<TrialRecord> trials) {
    Comparison comparison = Comparison.of(experiment, trials);
    return comparison.configurations().stream()
        .map(result -> new Judged(result, ConfigurationVerdict.of(comparison, result)))
        .toList();
  }

  /** The verdict of a trial's configuration. */
  static Optional<ConfigurationVerdict> of(TrialRecord trial, List<Judged> all) {
    return all.stream()
        .filter(it -> it.result.hasTrial(trial.trial()))
        .findFirst()
        .flatMap(Judged::verdict);
  }
}
