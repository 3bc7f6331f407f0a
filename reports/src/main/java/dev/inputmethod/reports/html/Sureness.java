package dev.inputmethod.reports.html;

import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.gradient.Evidence;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.KnownAnswer;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes how sure the answer is: how many trials it rests on, how they spread, what failed, and
 * whether the reach was long enough to judge.
 */
final class Sureness {
  private static final int MOST_NAMED = 5;

  private final Findings findings;
  private final Answer answer;
  private final Wording wording;

  Sureness(Findings findings, Answer answer) {
    this.findings = findings;
    this.answer = answer;
    this.wording = findings.wording();
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(trials());
    damaged().ifPresent(sentences::add);
    spread().ifPresent(sentences::add);
    worseThanUntrained().ifPresent(sentences::add);
    stillImproving().ifPresent(sentences::add);
    baseline().ifPresent(sentences::add);
    known().ifPresent(sentences::add);
    reach().ifPresent(sentences::add);
    return sentences;
  }

  private String trials() {
    Comparison comparison = findings.comparison();
    int planned = comparison.experiment().trials().size();
    int failed = comparison.failed().size();
    int unfinished = comparison.unfinished().size();
    long completed =
        findings.shown().stream().mapToLong(it -> it.result().completed().size()).sum();
    String configurations =
        Numbers.count(findings.shown().size(), "configuration", "configurations");
    return completed
        + " of "
        + Numbers.count(planned, "trial", "trials")
        + " completed, over "
        + configurations
        + "; "
        + (failed == 0
            ? "none failed"
            : failed + " failed and " + (failed == 1 ? "is" : "are") + " not ranked")
        + (unfinished == 0 ? "" : ", " + unfinished + " unfinished")
        + (comparison.damaged().isEmpty()
            ? "."
            : ", " + comparison.damaged().size() + " with a damaged record.");
  }

  /** Says what is left out because it cannot be read. */
  private Optional<String> damaged() {
    List<Problem> damaged = findings.damaged();
    if (damaged.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder text =
        new StringBuilder(Numbers.count(damaged.size(), "file", "files"))
            .append(" could not be read, or only in part, and what is missing is not shown: ");
    for (Problem problem : damaged.subList(0, Math.min(MOST_NAMED, damaged.size()))) {
      text.append(problem).append(". ");
    }
    if (damaged.size() > MOST_NAMED) {
      text.append("inputmethod:report lists the rest.");
    }
    return Optional.of(text.toString().strip());
  }

  private Optional<String> spread() {
    if (findings.ranked().isEmpty()) {
      return Optional.empty();
    }
    ConfigurationResult winner = findings.ranked().get(0).result();
    Optional<Statistic> validation = winner.validation();
    if (findings.ranked().stream().allMatch(it -> deviation(it).isEmpty())) {
      return Optional.of(
          "One seed for each configuration: how far results spread is unknown, and small"
              + " differences may be chance.");
    }
    if (findings.ranked().size() == 1) {
      return Optional.of(
          "Over its seeds the validation "
              + wording.loss()
              + " is "
              + wording.lossWithUnit(validation.map(Numbers::meanAndDeviation).orElse("unknown"))
              + ".");
    }
    Shown second = findings.ranked().get(1);
    double gap =
        second.result().validation().map(Statistic::mean).orElse(Double.NaN)
            - validation.map(Statistic::mean).orElse(Double.NaN);
    double larger =
        Math.max(deviation(findings.ranked().get(0)).orElse(0.0), deviation(second).orElse(0.0));
    int close = answer.withinTheSpread().size();
    return Optional.of(
        "The first two differ by "
            + wording.lossWithUnit(Numbers.short3(gap))
            + "; the larger of their standard deviations is "
            + Numbers.short3(larger)
            + ". "
            + (close == 0
                ? "No other configuration lies within the spread of the first."
                : Numbers.count(close, "configuration lies", "configurations lie")
                    + " within the spread of the first and cannot be told apart from it."));
  }

  private static Optional<Double> deviation(Shown it) {
    return it.result().validation().flatMap(Statistic::deviation);
  }

  /** Training can diverge with a finite loss. */
  private Optional<String> worseThanUntrained() {
    List<String> worse =
        findings.ranked().stream()
            .filter(Sureness::isWorseThanUntrained)
            .map(Shown::brief)
            .toList();
    return worse.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Worse than an untrained network, so training probably diverged: "
                + String.join(", ", worse)
                + ". A lower training.learningRate may help.");
  }

  private static boolean isWorseThanUntrained(Shown it) {
    return Evidence.isWorseThanUntrained(
        LearnedTask.of(it.result().configuration()),
        metric -> it.result().statistic(metric).map(Statistic::mean));
  }

  /** A trial whose best epoch is its last might have become better with more epochs. */
  private Optional<String> stillImproving() {
    long improving = findings.ranked().stream().filter(Sureness::wasBestAtItsEnd).count();
    if (improving == 0) {
      return Optional.empty();
    }
    boolean seeds = findings.ranked().stream().anyMatch(it -> it.result().completed().size() > 1);
    String which =
        findings.ranked().size() == 1
            ? "The configuration was"
            : improving == findings.ranked().size()
                ? "Every configuration was"
                : Numbers.count(improving, "configuration was", "configurations were");
    return Optional.of(
        which
            + " still improving when training ended (the best epoch"
            + (seeds ? " of at least one seed" : "")
            + " is the last); longer training may change the "
            + (findings.ranked().size() == 1 ? "result." : "ranking."));
  }

  /** Whether some trial's best epoch is its last; of one epoch nothing can be said. */
  private static boolean wasBestAtItsEnd(Shown it) {
    Optional<Long> epochs =
        it.result().configuration().wholeNumber("training.epochs").filter(count -> count > 1);
    return it.result().completed().stream()
        .flatMap(trial -> trial.best().stream())
        .anyMatch(best -> epochs.isPresent() && best.epoch() >= epochs.get());
  }

  private Optional<String> baseline() {
    if (findings.ranked().isEmpty()) {
      return Optional.empty();
    }
    Shown winner = findings.ranked().get(0);
    String perplexity = Metrics.test(Metrics.PERPLEXITY);
    Optional<Statistic> test = winner.result().statistic(perplexity);
    Optional<Double> bigram =
        winner.result().completed().stream()
            .map(trial -> trial.metrics().get(Metrics.baseline(perplexity, "bigram")))
            .filter(Objects::nonNull)
            .findFirst();
    if (test.isEmpty() || bigram.isEmpty() || !test.get().isFinite()) {
      return Optional.empty();
    }
    double beaten = 1 - test.get().mean() / bigram.get();
    return Optional.of(
        "On the test split the first configuration reaches perplexity "
            + Numbers.meanAndDeviation(test.get())
            + ", "
            + Numbers.percent(Math.abs(beaten))
            + (beaten >= 0 ? " below" : " above")
            + " an interpolated bigram’s "
            + Numbers.short3(bigram.get())
            + (beaten >= 0 ? "." : ": counting pairs of words predicts better."));
  }

  /** On a task with a known answer: how many are clearly better than remembering nothing. */
  private Optional<String> known() {
    return KnownBaselines.of(findings.shown()).memoryless().map(this::known);
  }

  private String known(double nothing) {
    long below =
        findings.shown().stream()
            .flatMap(it -> it.result().validation().stream())
            .filter(it -> KnownAnswer.isLearned(it.mean(), nothing))
            .count();
    return "Remembering nothing gives a "
        + wording.loss()
        + " of "
        + wording.lossWithUnit(Numbers.short3(nothing))
        + "; "
        + below
        + " of "
        + Numbers.count(findings.shown().size(), "configuration", "configurations")
        + (below == 1 ? " is" : " are")
        + " more than 10 % below that.";
  }

  private Optional<String> reach() {
    int longest =
        findings.shown().stream()
            .flatMap(it -> it.inputReach().stream())
            .mapToInt(it -> it.trained().mean().size())
            .max()
            .orElse(0);
    if (longest == 0 || longest >= Decay.LEAST_DISTANCES) {
      return Optional.empty();
    }
    return Optional.of(
        "Gradients were measured over "
            + Numbers.count(longest, "distance", "distances")
            + "; at least "
            + Decay.LEAST_DISTANCES
            + " are needed to tell whether they vanish.");
  }
}
