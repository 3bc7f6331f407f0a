package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Shows the seeds of each configuration as one run, with a mean and a standard deviation to each
 * side: TensorBoard itself draws bands, but computes none.
 */
public final class SeedEvents {
  private SeedEvents() {}

  /**
   * Writes a run for each configuration with a completed trial, {@code over-seeds/<name>} in the
   * experiment's directory, in place of those of earlier results.
   */
  public static void write(ExperimentDirectory directory, Clock clock) {
    Path folder = directory.overSeeds();
    Set<String> names = new HashSet<>();
    for (ConfigurationResult result : Comparison.of(directory).configurations()) {
      if (!result.completed().isEmpty()) {
        String name = name(result);
        names.add(name);
        write(folder.resolve(name), directory, result, clock);
      }
    }
    deleteOthers(folder, names);
  }

  /** That of its first trial, without the seed. */
  private static String name(ConfigurationResult result) {
    return result.completed().get(0).trial().replaceAll("-seed[0-9]+", "");
  }

  private static void write(
      Path run, ExperimentDirectory directory, ConfigurationResult result, Clock clock) {
    Map<Long, Map<SeedTag, List<Double>>> bySteps = new TreeMap<>();
    for (TrialRecord trial : result.completed()) {
      TrialDirectory files = directory.trial(trial.trial());
      if (Files.isRegularFile(files.measurements())) {
        addAll(files, bySteps);
      }
    }
    try (EventFile file = EventFile.start(run, clock)) {
      for (Map.Entry<Long, Map<SeedTag, List<Double>>> at : bySteps.entrySet()) {
        Summary.Builder summary = Summary.newBuilder();
        at.getValue().forEach((tag, values) -> add(tag, values, summary));
        file.write(at.getKey(), summary);
      }
    }
  }

  private static void addAll(TrialDirectory files, Map<Long, Map<SeedTag, List<Double>>> bySteps) {
    List<Measurement> read = new ArrayList<>();
    try {
      files.readMeasurements(read::add);
    } catch (InvalidInputException damaged) {
      // The report reads the same file, and names it; a mean needs it whole.
      return;
    }
    read.forEach(measurement -> add(measurement, bySteps));
  }

  private static void add(Measurement measurement, Map<Long, Map<SeedTag, List<Double>>> bySteps) {
    for (SeedTag tag : SeedTag.values()) {
      tag.of(measurement)
          .filter(Double::isFinite)
          .ifPresent(
              value ->
                  bySteps
                      .computeIfAbsent(measurement.step(), step -> new EnumMap<>(SeedTag.class))
                      .computeIfAbsent(tag, unseen -> new ArrayList<>())
                      .add(value));
    }
  }

  private static void add(SeedTag tag, List<Double> values, Summary.Builder summary) {
    Statistic statistic = Statistic.of(values).orElseThrow();
    double deviation = statistic.deviation().orElse(0.0);
    summary.addValue(Values.scalar(tag.mean(), statistic.mean()));
    summary.addValue(Values.scalar(tag.lower(), statistic.mean() - deviation));
    summary.addValue(Values.scalar(tag.upper(), statistic.mean() + deviation));
  }

  /** Runs of configurations that the experiment no longer has; nothing but event files goes. */
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
