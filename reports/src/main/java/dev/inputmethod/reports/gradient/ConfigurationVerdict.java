package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.Outcome.Failed;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.Verdict;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The verdict of most of a configuration's seeds; of a tie, the worse.
 *
 * @param kind that most trials have
 * @param counts of each kind that occurs, the worst first
 * @param trials each trial's own, by its name
 */
public record ConfigurationVerdict(
    Kind kind, Map<Kind, Integer> counts, Map<String, Verdict> trials) {
  public ConfigurationVerdict {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    trials = Collections.unmodifiableMap(new LinkedHashMap<>(trials));
  }

  /**
   * Judges again those trials of a configuration that were probed, by the thresholds that the
   * experiment has now and with what its other configurations say about longer contexts.
   *
   * @return empty where none was probed
   */
  public static Optional<ConfigurationVerdict> of(
      Comparison comparison, ConfigurationResult result) {
    return of(comparison, result, Notation.PLAIN);
  }

  /** The same with the numbers of reasons in another notation. */
  public static Optional<ConfigurationVerdict> of(
      Comparison comparison, ConfigurationResult result, Notation notation) {
    Judge judge = new Judge(comparison.experiment().thresholds(), notation);
    Optional<ContextGain> gain = ContextGain.of(comparison, result);
    List<TrialRecord> all = new ArrayList<>(result.completed());
    all.addAll(result.failed());
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    for (TrialRecord trial : all) {
      judge(trial, judge, gain).ifPresent(it -> verdicts.put(trial.trial(), it));
    }
    return majority(verdicts);
  }

  private static Optional<Verdict> judge(
      TrialRecord trial, Judge judge, Optional<ContextGain> gain) {
    return trial
        .gradient()
        .map(
            (GradientSummary gradient) ->
                judge.judge(
                    gradient,
                    trial.configuration(),
                    new Evidence(
                        // Only a trial that diverged has a summary of its gradient and a failure.
                        trial.outcome() instanceof Failed failed
                            ? Optional.of(failed.reason())
                            : Optional.empty(),
                        trial.verdict().flatMap(Verdict::outcome),
                        gain,
                        Evidence.isWorseThanUntrained(
                            LearnedTask.of(trial.configuration()), trial::metric))));
  }

  static Optional<ConfigurationVerdict> majority(Map<String, Verdict> verdicts) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    verdicts.values().forEach(verdict -> counts.merge(verdict.kind(), 1, Integer::sum));
    Optional<Kind> most = Optional.empty();
    for (Kind kind : counts.keySet()) {
      if (most.map(it -> votes(kind, counts) > votes(it, counts)).orElse(true)) {
        most = Optional.of(kind);
      }
    }
    return most.map(kind -> new ConfigurationVerdict(kind, counts, verdicts));
  }

  private static int votes(Kind kind, Map<Kind, Integer> counts) {
    return counts.getOrDefault(kind, 0);
  }

  /** Such as {@code vanishing (3 of 5 seeds)}. */
  public String words() {
    return trials.size() == 1 ? kind.words() : kind.words() + " (" + seeds() + " seeds)";
  }

  /** How many trials have the verdict of the majority. */
  public int votes() {
    return votes(kind, counts);
  }

  /** How many of the judged seeds that is, such as {@code 3 of 5}. */
  public String seeds() {
    return votes() + " of " + trials.size();
  }

  /**
   * The verdict of the first trial that agrees with the majority, whose reason and advice are
   * shown.
   */
  public Verdict example() {
    return Objects.requireNonNull(trials.get(exampleTrial()));
  }

  /** The name of the trial that {@link #example} is of. */
  public String exampleTrial() {
    return trials.entrySet().stream()
        .filter(it -> it.getValue().kind() == kind)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
