package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.gradient.ConfigurationVerdict;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialNameParts;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows the seeds of each configuration as one run, with a mean, a standard deviation to each side,
 * and the configuration's verdict: TensorBoard itself draws bands, but computes none.
 */
public final class SeedEvents {
  private static final String VERDICT = "over_seeds/verdict";

  private SeedEvents() {}

  /**
   * Writes a run for each configuration with a completed trial, {@code over-seeds/<name>} in the
   * experiment's directory, in place of those of earlier results.
   */
  public static void write(ExperimentDirectory directory, Clock clock) {
    Path folder = directory.overSeeds();
    Set<String> names = new HashSet<>();
    Comparison comparison = Comparison.of(directory);
    for (ConfigurationResult result : comparison.configurations()) {
      if (!result.completed().isEmpty()) {
        String name = name(result);
        names.add(name);
        write(
            folder.resolve(name),
            values(directory, result),
            ConfigurationVerdict.of(comparison, result),
            clock);
      }
    }
    deleteOthers(folder, names);
  }

  /** The name of its first trial without the seed. */
  private static String name(ConfigurationResult result) {
    String trial = result.completed().get(0).trial();
    return TrialNameParts.parse(trial).map(TrialNameParts::withoutSeed).orElse(trial);
  }

  private static SeedValues values(ExperimentDirectory directory, ConfigurationResult result) {
    SeedValues values = new SeedValues();
    for (TrialRecord trial : result.completed()) {
      TrialDirectory files = directory.trial(trial.trial());
      if (Files.isRegularFile(files.measurements())) {
        // An older record has no horizon: the whole context is judged.
        int horizon = trial.gradient().map(GradientSummary::horizon).orElse(Integer.MAX_VALUE);
        read(files).forEach(measurement -> values.add(measurement, horizon));
      }
    }
    return values;
  }

  private static List<Measurement> read(TrialDirectory files) {
    List<Measurement> read = new ArrayList<>();
    try {
      files.readMeasurements(read::add);
    } catch (InvalidInputException damaged) {
      // The report reads the same file, and names it; a mean needs it whole.
      return List.of();
    }
    return read;
  }

  private static void write(
      Path run, SeedValues values, Optional<ConfigurationVerdict> verdict, Clock clock) {
    try (EventFile file = EventFile.start(run, clock)) {
      verdict.ifPresent(
          it ->
              file.write(
                  0,
                  Summary.newBuilder()
                      .addValue(Values.text(VERDICT, Markdown.verdict(words(it), it.example())))));
      values.writeTo(file);
    }
  }

  /** Such as {@code vanishing (2 of 3 seeds), healthy: 1}. */
  private static String words(ConfigurationVerdict verdict) {
    StringBuilder words = new StringBuilder(verdict.words());
    verdict
        .counts()
        .forEach(
            (kind, count) -> {
              if (kind != verdict.kind()) {
                words.append(", ").append(kind.words()).append(": ").append(count);
              }
            });
    return words.toString();
  }

  /**
   * Empties the runs of configurations that the experiment no longer has; only event files are
   * deleted.
   */
  private static void deleteOthers(Path folder, Set<String> names) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(folder)) {
      for (Path run : runs) {
        if (Files.isDirectory(run) && !names.contains(run.getFileName().toString())) {
          EventFile.deleteOld(run);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tidy " + folder, e);
    }
  }
}
