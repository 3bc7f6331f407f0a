package dev.inputmethod.engine;

import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.problem.Texts;
import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.OutputDirectory;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialNameParts;
import dev.inputmethod.reports.record.TrialRecord;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the finished trial that a user names. */
final class TrialFinder {
  private static final String OPTION = "inputmethod.trial";

  private final WorkingDirectories directories;
  private final OutputDirectory output;

  TrialFinder(WorkingDirectories directories) {
    this.directories = directories;
    this.output = new OutputDirectory(directories.output());
  }

  /**
   * Finds a trial of the task next-word: by its name, by {@code experiment/trial}, or by its
   * directory; by the name of an experiment, whose best trial is meant; or without a name the best
   * trial of the first experiment that has one.
   *
   * @throws InvalidInputException if there is none, or more than one
   */
  TrialDirectory find(Optional<String> named) {
    TrialDirectory found = named.isPresent() ? named(named.get()) : winner(output.experiments());
    TrialRecord record = found.readRecord();
    if (!Files.isRegularFile(found.bestModel())) {
      throw refused(
          found.name()
              + " has no trained model: "
              + (record.outcome() instanceof Outcome.Failed && record.best().isEmpty()
                  ? "it failed before its first epoch ended"
                  : FilePatterns.shown(found.bestModel())
                      + " is missing; delete the trial's directory to run it again"));
    }
    LearnedTask task = LearnedTask.of(record.configuration());
    if (task != LearnedTask.NEXT_WORD) {
      throw refused(
          String.format(
              Locale.ROOT,
              "%s learned the task %s, which has no words; name a trial of the task next-word",
              found.name(),
              task.setting()));
    }
    return found;
  }

  private TrialDirectory named(String name) {
    List<TrialDirectory> found = new ArrayList<>();
    for (ExperimentDirectory experiment : output.experiments()) {
      String own = experiment.path().getFileName().toString();
      if (own.equals(name)) {
        return winner(List.of(experiment));
      }
      for (TrialDirectory trial : trials(experiment)) {
        if (trial.isFinished()
            && (trial.name().equals(name) || (own + "/" + trial.name()).equals(name))) {
          found.add(trial);
        }
      }
    }
    if (found.isEmpty()) {
      return directory(name);
    }
    if (found.size() > 1) {
      throw refused(
          String.format(
              Locale.ROOT,
              "'%s' is in more than one experiment; write experiment/trial, such as %s/%s",
              name,
              found.get(0).readRecord().experiment(),
              name));
    }
    return found.get(0);
  }

  /**
   * Returns an experiment's trials; empty if it cannot be read, since the trial may be another's.
   */
  private static List<TrialDirectory> trials(ExperimentDirectory experiment) {
    try {
      return experiment.trials();
    } catch (InvalidInputException damaged) {
      return List.of();
    }
  }

  private TrialDirectory directory(String name) {
    try {
      TrialDirectory trial = new TrialDirectory(directories.base().resolve(name).normalize());
      if (trial.isFinished()) {
        return trial;
      }
    } catch (InvalidPathException e) {
      // The name is not a path either.
    }
    throw refused(
        String.format(
            Locale.ROOT,
            "there is no finished trial '%s' in %s%s",
            name,
            FilePatterns.shown(directories.output()),
            suggestion(name)));
  }

  /** Returns the end of a message that corrects the name of a trial or an experiment. */
  private String suggestion(String name) {
    Map<String, String> valid = new LinkedHashMap<>();
    for (ExperimentDirectory experiment : output.experiments()) {
      String own = experiment.path().getFileName().toString();
      valid.put(own, own);
      trials(experiment).stream()
          .filter(TrialDirectory::isFinished)
          .map(TrialDirectory::name)
          .forEach(
              trial -> {
                valid.put(trial, trial);
                // As progress and reports show it.
                TrialNameParts.parse(trial)
                    .ifPresent(parts -> valid.putIfAbsent(parts.withoutHash(), trial));
              });
    }
    return Texts.nearest(name, valid.keySet())
        .map(near -> "; did you mean '" + valid.get(near) + "'?")
        .orElse("; the trials are the directories in an experiment's directory");
  }

  private TrialDirectory winner(List<ExperimentDirectory> experiments) {
    List<Problem> damaged = new ArrayList<>();
    Optional<TrialDirectory> withoutWords = Optional.empty();
    for (ExperimentDirectory experiment : experiments) {
      try {
        Comparison comparison = Comparison.of(experiment);
        Optional<TrialRecord> best =
            comparison.configurations().stream()
                .findFirst()
                .flatMap(ConfigurationResult::bestTrial);
        if (best.isPresent()) {
          TrialDirectory trial = experiment.trial(best.get().trial());
          if (LearnedTask.of(best.get().configuration()) == LearnedTask.NEXT_WORD) {
            return trial;
          }
          withoutWords = withoutWords.or(() -> Optional.of(trial));
        }
        damaged.addAll(comparison.damaged().values());
      } catch (InvalidInputException e) {
        damaged.addAll(e.problems());
      }
    }
    if (!damaged.isEmpty()) {
      throw new InvalidInputException(damaged);
    }
    if (withoutWords.isPresent()) {
      return withoutWords.get();
    }
    throw refused(
        String.format(
            Locale.ROOT,
            "no trial has completed in %s; run the experiment first",
            FilePatterns.shown(directories.output())));
  }

  private static InvalidInputException refused(String message) {
    return new InvalidInputException(new Problem(OPTION, message));
  }
}
