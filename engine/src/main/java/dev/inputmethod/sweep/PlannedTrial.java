package dev.inputmethod.sweep;

import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.model.Implementation;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialDirectory;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A trial to run.
 *
 * @param experiment the name of the experiment
 * @param dataHash the SHA-256 of the dialogues, in hexadecimal; empty if the task generates its own
 *     examples
 * @param corpus the directory of the encoded corpus; empty if the task generates its own examples
 * @param thresholds the thresholds for the trial's verdict
 */
public record PlannedTrial(
    String experiment,
    TrialConfig config,
    long seed,
    String dataHash,
    Optional<Path> corpus,
    TrialDirectory directory,
    Thresholds thresholds) {

  public String name() {
    return directory.name();
  }

  /** Returns what computes the network's steps. */
  Implementation implementation() {
    return Implementation.of(config.model(), config.training());
  }
}
