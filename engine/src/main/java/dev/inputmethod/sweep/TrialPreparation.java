package dev.inputmethod.sweep;

import dev.inputmethod.reports.record.FileTree;
import dev.inputmethod.reports.record.TrialSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prepares the directory of a trial for its training. */
final class TrialPreparation {
  private TrialPreparation() {}

  /** Deletes what an earlier attempt left in the directory, and writes {@code config.json}. */
  static void prepare(PlannedTrial trial) throws IOException {
    Path directory = trial.directory().path();
    // A file with this name is not ours: it is kept, and creating the directory fails.
    if (Files.isDirectory(directory)) {
      FileTree.delete(directory);
    }
    Files.createDirectories(directory);
    trial
        .directory()
        .write(
            new TrialSetup(
                TrialSetup.SCHEMA,
                trial.name(),
                trial.experiment(),
                trial.config().canonical(),
                trial.seed(),
                trial.thresholds()));
  }
}
