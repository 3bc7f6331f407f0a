package dev.inputmethod.reports.record;

import java.util.Objects;

/**
 * What a trial is about to do: {@code config.json}, written before it starts.
 *
 * @param schema version of this form; {@link #SCHEMA}
 * @param trial its name, which is its directory's name
 */
public record TrialSetup(
    int schema, String trial, String experiment, Configuration configuration, long seed) {
  /** The form written now. */
  public static final int SCHEMA = 1;

  public TrialSetup {
    Objects.requireNonNull(trial, "trial");
    Objects.requireNonNull(experiment, "experiment");
    Objects.requireNonNull(configuration, "configuration");
  }
}
