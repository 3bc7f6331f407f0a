package dev.inputmethod.reports.comparison;

import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.FinishedTrials;
import dev.inputmethod.reports.record.Outcome.Completed;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An experiment's trials, grouped by configuration over seeds and ranked.
 *
 * @param ranked best first, by mean best validation loss over seeds; empty where the experiment's
 *     axes change what is predicted
 * @param unranked the others, in the experiment's order: no trial completed, a NaN, or no ranking
 * @param unfinished names of the planned trials without a record
 * @param damaged what is wrong with each record that cannot be read, by its trial's name
 * @param differingSettings dotted paths of the settings that tell its configurations apart
 */
public record Comparison(
    ExperimentRecord experiment,
    List<ConfigurationResult> ranked,
    List<ConfigurationResult> unranked,
    List<String> unfinished,
    Map<String, Problem> damaged,
    List<String> differingSettings) {
  public Comparison {
    ranked = List.copyOf(ranked);
    unranked = List.copyOf(unranked);
    unfinished = List.copyOf(unfinished);
    damaged = Collections.unmodifiableMap(new LinkedHashMap<>(damaged));
    differingSettings = List.copyOf(differingSettings);
  }

  /**
   * Reads the experiment and every record its trials have.
   *
   * @throws dev.inputmethod.problem.InvalidInputException where {@code experiment.json} is missing
   *     or damaged
   */
  public static Comparison of(ExperimentDirectory directory) {
    return of(directory.readExperiment(), directory.readFinished());
  }

  /** Compares the given records, in their order. */
  public static Comparison of(ExperimentRecord experiment, List<TrialRecord> records) {
    return of(experiment, new FinishedTrials(records, Map.of()));
  }

  private static Comparison of(ExperimentRecord experiment, FinishedTrials finished) {
    List<TrialRecord> records = finished.records();
    List<ConfigurationResult> ranked = new ArrayList<>();
    List<ConfigurationResult> unranked = new ArrayList<>();
    List<Configuration> configurations = new ArrayList<>();
    for (Map.Entry<Compared, List<TrialRecord>> group : Compared.grouped(records).entrySet()) {
      configurations.add(group.getKey().configuration());
      ConfigurationResult result = result(group.getKey().configuration(), group.getValue());
      (experiment.ranked() && result.isRankable() ? ranked : unranked).add(result);
    }
    ranked.sort(Comparator.comparingDouble(it -> it.validation().orElseThrow().mean()));
    return new Comparison(
        experiment,
        ranked,
        unranked,
        unfinished(experiment, finished),
        finished.damaged(),
        DifferingSettings.of(configurations, experiment.sweptSettings()));
  }

  /** Every configuration: the ranked, then the others. */
  public List<ConfigurationResult> configurations() {
    List<ConfigurationResult> all = new ArrayList<>(ranked);
    all.addAll(unranked);
    return all;
  }

  /** The configuration ranked first. */
  public Optional<ConfigurationResult> winner() {
    return ranked.stream().findFirst();
  }

  /** Every failed trial, configuration by configuration. */
  public List<TrialRecord> failed() {
    List<TrialRecord> failed = new ArrayList<>();
    configurations().forEach(it -> failed.addAll(it.failed()));
    return failed;
  }

  /**
   * Whether the means of the two differ by less than the larger of their standard deviations; false
   * where neither has one, since nothing is known about the spread then.
   */
  public static boolean withinTheSpread(ConfigurationResult a, ConfigurationResult b) {
    return a.validation().isPresent()
        && b.validation().isPresent()
        && a.validation().get().withinTheSpread(b.validation().get());
  }

  private static ConfigurationResult result(Configuration key, List<TrialRecord> trials) {
    List<TrialRecord> completed = new ArrayList<>();
    List<TrialRecord> failed = new ArrayList<>();
    for (TrialRecord trial : trials) {
      (trial.outcome() instanceof Completed ? completed : failed).add(trial);
    }
    return new ConfigurationResult(key, completed, failed);
  }

  private static List<String> unfinished(ExperimentRecord experiment, FinishedTrials finished) {
    Set<String> names = new LinkedHashSet<>(experiment.trials());
    finished.records().forEach(trial -> names.remove(trial.trial()));
    names.removeAll(finished.damaged().keySet());
    return List.copyOf(names);
  }
}
