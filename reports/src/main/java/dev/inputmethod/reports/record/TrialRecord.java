package dev.inputmethod.reports.record;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The durable result of one configuration and one seed: {@code record.json}.
 *
 * @param schema version of this form; {@link #SCHEMA}
 * @param trial its name, which is its directory's name
 * @param best empty when no epoch was finished
 * @param metrics by name, such as {@code validation.crossEntropy}, {@code test.perplexity}, {@code
 *     test.recallAt1}
 * @param data empty when the trial failed before its data was read
 */
public record TrialRecord(
    int schema,
    String trial,
    String experiment,
    Configuration configuration,
    long seed,
    Outcome outcome,
    Optional<Best> best,
    Map<String, Double> metrics,
    Optional<DataSummary> data,
    Provenance provenance) {
  /** The form written now. */
  public static final int SCHEMA = 1;

  public TrialRecord {
    Objects.requireNonNull(trial, "trial");
    Objects.requireNonNull(experiment, "experiment");
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(provenance, "provenance");
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }
}
