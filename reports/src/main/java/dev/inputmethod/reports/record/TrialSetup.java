package dev.inputmethod.reports.record;

import java.util.Objects;

/**
 * What a trial is about to do: {@code config.json}, written before it starts.
 *
 * @param schema version of this format; {@link #SCHEMA}
 * @param trial its name, which is its directory's name
 * @param thresholds what its verdict is judged by; no part of the configuration, since they change
 *     nothing that is measured
 */
public record TrialSetup(
    int schema,
    String trial,
    String experiment,
    Configuration configuration,
    long seed,
    Thresholds thresholds) {
  /** The version that is written now. */
  public static final int SCHEMA = 1;

  public TrialSetup {
    Objects.requireNonNull(trial, "trial");
    Objects.requireNonNull(experiment, "experiment");
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(thresholds, "thresholds");
  }
}
