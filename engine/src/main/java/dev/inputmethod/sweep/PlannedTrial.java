package dev.inputmethod.sweep;

import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.model.Implementation;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trial to run.
 *
 * @param experiment its name
 * @param dataHash SHA-256 of its dialogues, in hexadecimal; empty where it makes its own examples
 * @param corpus the encoded corpus' directory; empty where it makes its own examples
 * @param thresholds what its verdict is judged by
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

  /** What computes the network's steps. */
  Implementation implementation() {
    return Implementation.of(config.model(), config.training());
  }

  /**
   * Starts the directory afresh: what an earlier attempt left is deleted, {@code config.json} is
   * written.
   */
  void begin() throws IOException {
    if (Files.isDirectory(directory.path())) {
      try (Stream<Path> left = Files.walk(directory.path())) {
        List<Path> deepestFirst = left.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(directory.path());
    directory.write(
        new TrialSetup(
            TrialSetup.SCHEMA, name(), experiment, config.canonical(), seed, thresholds));
  }
}
