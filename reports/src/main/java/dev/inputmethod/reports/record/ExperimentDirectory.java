package dev.inputmethod.reports.record;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directory of one experiment, {@code <output>/<experiment>/}. Files in it that do not belong
 * to the experiment are ignored.
 *
 * @param path the experiment's directory
 */
public record ExperimentDirectory(Path path) {
  public Path experiment() {
    return path.resolve("experiment.json");
  }

  public Path page() {
    return path.resolve("index.html");
  }

  public Path resultsCsv() {
    return path.resolve("results.csv");
  }

  public Path resultsJson() {
    return path.resolve("results.json");
  }

  /** The directory for TensorBoard's runs that combine the seeds of each configuration. */
  public Path overSeeds() {
    return path.resolve("over-seeds");
  }

  /** A hash of the reports and of what they were drawn from. */
  public Path reportStamp() {
    return path.resolve("reports.sha256");
  }

  /** The windows exported by {@code process}. No trial has this name, as theirs end in a hash. */
  public Path processed() {
    return path.resolve("processed");
  }

  /** Whether windows have been exported; their vocabulary is written last. */
  public boolean isProcessed() {
    return Files.isRegularFile(processed().resolve("vocabulary.txt"));
  }

  public boolean isExperiment() {
    return Files.isRegularFile(experiment());
  }

  /** Returns the directory of a trial, which need not exist. */
  public TrialDirectory trial(String name) {
    if (!PlainName.isPlain(name)) {
      throw new IllegalArgumentException("'" + name + "' is not a plain file name");
    }
    return new TrialDirectory(path.resolve(name));
  }

  /** Writes {@code experiment.json}. */
  public void write(ExperimentRecord record) {
    new RecordJson().write(record, experiment());
  }

  /**
   * Reads {@code experiment.json}.
   *
   * @throws dev.inputmethod.problem.InvalidInputException if it is missing or damaged
   */
  public ExperimentRecord readExperiment() {
    return new RecordJson().readExperiment(experiment());
  }

  /** Returns the existing directories of planned trials, in the experiment's order. */
  public List<TrialDirectory> trials() {
    List<TrialDirectory> trials = new ArrayList<>();
    for (String name : readExperiment().trials()) {
      TrialDirectory trial = trial(name);
      if (Files.isDirectory(trial.path())) {
        trials.add(trial);
      }
    }
    return trials;
  }

  /**
   * Returns the directories of trials that are not planned, by name: those of earlier settings of
   * the experiment, or of other overrides.
   */
  public List<TrialDirectory> otherTrials() {
    Set<String> planned = Set.copyOf(readExperiment().trials());
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(Files::isDirectory)
          .map(TrialDirectory::new)
          .filter(trial -> trial.isFinished() || Files.isRegularFile(trial.configuration()))
          .filter(trial -> !planned.contains(trial.name()))
          .sorted(Comparator.comparing(TrialDirectory::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path, e);
    }
  }

  /**
   * Reads the records of the planned trials that are finished; damaged records are returned as
   * problems.
   */
  public FinishedTrials readFinished() {
    List<TrialRecord> records = new ArrayList<>();
    Map<String, Problem> damaged = new LinkedHashMap<>();
    for (TrialDirectory trial : trials()) {
      if (trial.isFinished()) {
        try {
          records.add(trial.readRecord());
        } catch (InvalidInputException e) {
          damaged.put(trial.name(), e.problems().get(0));
        }
      }
    }
    return new FinishedTrials(records, damaged);
  }
}
