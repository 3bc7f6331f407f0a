package dev.inputmethod.reports.record;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The durable result of one configuration and one seed: {@code record.json}.
 *
 * @param schema version of this format; {@link #SCHEMA}
 * @param trial its name, which is its directory's name
 * @param best empty when no epoch was finished
 * @param metrics by name, such as {@code validation.crossEntropy}, {@code test.perplexity}, {@code
 *     test.recallAt1}
 * @param data empty when the trial failed before its data was read
 * @param gradient empty when nothing was probed, and in records that are older than it
 * @param verdict likewise
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
    Optional<GradientSummary> gradient,
    Optional<Verdict> verdict,
    Provenance provenance) {
  /** The version that is written now. */
  public static final int SCHEMA = 1;

  public TrialRecord {
    Objects.requireNonNull(trial, "trial");
    Objects.requireNonNull(experiment, "experiment");
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(provenance, "provenance");
    Objects.requireNonNull(gradient, "gradient");
    Objects.requireNonNull(verdict, "verdict");
    metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
  }

  /** The record of a trial in which nothing was probed. */
  public TrialRecord(
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
    this(
        schema,
        trial,
        experiment,
        configuration,
        seed,
        outcome,
        best,
        metrics,
        data,
        Optional.empty(),
        Optional.empty(),
        provenance);
  }

  /** Returns the metric of a name; empty if it was not measured. */
  public Optional<Double> metric(String name) {
    return Optional.ofNullable(metrics.get(name));
  }
}
