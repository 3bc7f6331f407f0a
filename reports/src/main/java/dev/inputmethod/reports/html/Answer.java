package dev.inputmethod.reports.html;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.gradient.Evidence;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.KnownAnswer;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.Metrics;
import dev.inputmethod.reports.record.SettingPaths;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the one sentence that answers the experiment's question, and claims no more than the
 * numbers support.
 */
final class Answer {
  private final Findings findings;

  Answer(Findings findings) {
    this.findings = findings;
  }

  String sentence() {
    Comparison comparison = findings.comparison();
    if (findings.shown().isEmpty()) {
      int planned = comparison.experiment().trials().size();
      return "No trial has finished yet; " + Numbers.count(planned, "is planned.", "are planned.");
    }
    if (findings.shown().stream().allMatch(it -> it.result().completed().isEmpty())) {
      int failed = comparison.failed().size();
      return failed == 1
          ? "There is no answer: the only finished trial failed."
          : "There is no answer: all " + failed + " finished trials failed.";
    }
    if (!comparison.experiment().ranked()) {
      return "Nothing is ranked: "
          + String.join(
              " and ",
              comparison.experiment().targetAxes().stream()
                  .map(findings.naming()::heading)
                  .toList())
          + (comparison.experiment().targetAxes().size() == 1 ? " changes" : " change")
          + (findings.wording().isOfWords()
              ? " which words are to be predicted, so the perplexities cannot be compared."
              : " what is to be answered, so the losses cannot be compared.");
    }
    if (findings.ranked().isEmpty()) {
      return "No trial has a validation " + findings.wording().loss() + " that could be ranked.";
    }
    return diverged().or(this::nothingLearned).orElseGet(this::ranked) + reach() + ".";
  }

  /** Where every trial of the best configuration diverged with a finite loss. */
  private Optional<String> diverged() {
    Shown winner = findings.ranked().get(0);
    boolean isWorse =
        winner.result().completed().stream()
            .allMatch(
                it ->
                    Evidence.isWorseThanUntrained(LearnedTask.of(it.configuration()), it::metric));
    return isWorse
        ? Optional.of(
            "No configuration learned: "
                + winner.spoken()
                + " comes first, and predicts worse than an untrained network, so that training"
                + " probably diverged")
        : Optional.empty();
  }

  /** On a task with a known answer, where the best is no better than remembering nothing. */
  private Optional<String> nothingLearned() {
    Shown winner = findings.ranked().get(0);
    return KnownBaselines.of(findings.shown())
        .memoryless()
        .filter(nothing -> !isLearned(winner, nothing))
        .map(
            nothing ->
                "No configuration learned the task: "
                    + winner.spoken()
                    + " comes first with "
                    + figure(winner)
                    + seeds(winner)
                    + ", where remembering nothing gives "
                    + Numbers.short3(nothing));
  }

  private static boolean isLearned(Shown it, double nothing) {
    double loss = it.result().validation().map(Statistic::mean).orElse(Double.NaN);
    return KnownAnswer.isLearned(loss, nothing);
  }

  private String ranked() {
    Shown winner = findings.ranked().get(0);
    List<Shown> close = withinTheSpread();
    String figure = figure(winner) + seeds(winner);
    if (findings.ranked().size() == 1) {
      return capitalised(winner.spoken()) + " reaches " + figure;
    }
    if (!close.isEmpty()) {
      return "No configuration stands out: "
          + winner.spoken()
          + " leads with "
          + figure
          + ", but "
          + (close.size() == 1
              ? close.get(0).spoken() + " lies"
              : Numbers.whole(close.size()) + " others lie")
          + " within the spread over seeds";
    }
    return capitalised(winner.spoken())
        + (hasSpread(winner) ? " is best: " : " comes first: ")
        + figure
        + distance(winner);
  }

  /** Ranked configurations whose loss lies within the spread of the winner's. */
  List<Shown> withinTheSpread() {
    List<Shown> close = new ArrayList<>();
    for (Shown other : findings.ranked().subList(1, findings.ranked().size())) {
      if (Comparison.withinTheSpread(findings.ranked().get(0).result(), other.result())) {
        close.add(other);
      }
    }
    return close;
  }

  private static boolean hasSpread(Shown it) {
    return it.result().validation().flatMap(Statistic::deviation).isPresent();
  }

  private static String seeds(Shown winner) {
    int n = winner.result().validation().map(Statistic::n).orElse(0);
    return n == 1 ? " (one seed, so the spread is unknown)" : " (" + n + " seeds)";
  }

  /**
   * How far it is below the best plain RNN; or, if that is the winner, below the best other cell.
   */
  private String distance(Shown winner) {
    for (Shown other : findings.ranked()) {
      boolean compared =
          winner.look().cell().equals("rnn")
              ? !other.look().cell().equals("rnn")
              : other.look().cell().equals("rnn");
      if (compared) {
        double share = 1 - ranking(winner) / ranking(other);
        String name =
            other.look().cell().equals("rnn")
                ? "the best plain RNN"
                : "the best " + Naming.cell(other.look().cell());
        return Double.isFinite(share) && share > 0
            ? ", " + percent(share) + " % below " + name
            : "";
      }
    }
    return "";
  }

  /** A share that would be rounded to 100 % is not shown as such. */
  private static String percent(double share) {
    return share > 0.99 ? "more than 99" : Numbers.fixed(share * 100, share < 0.095 ? 1 : 0);
  }

  private String reach() {
    return Control.of(findings)
        .map(it -> "; " + it.sentence())
        .orElseGet(() -> halfLives() + brokenControl());
  }

  /** A control that diverged cannot serve as a reference. */
  private String brokenControl() {
    return findings
        .control()
        .filter(it -> it.gradient().verdict().filter(v -> v.kind() == Kind.EXPLODING).isPresent())
        .map(
            it ->
                "; the control, " + it.spoken() + ", exploded, so nothing can be compared with it")
        .orElse("");
  }

  /** Half-lives of the best configuration of each cell; of those without one, what is left. */
  private String halfLives() {
    boolean longEnough =
        findings.ranked().stream()
            .flatMap(it -> it.inputReach().stream())
            .anyMatch(reach -> reach.trained().mean().size() >= Decay.LEAST_DISTANCES);
    boolean measured = findings.ranked().stream().anyMatch(it -> it.inputReach().isPresent());
    if (measured && !longEnough) {
      return "; the context is too short to judge how far back gradients reach";
    }
    boolean bothWays = findings.comparison().differingSettings().contains(SettingPaths.DIRECTION);
    Set<String> cells = new HashSet<>();
    List<String> halving = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (Shown it : findings.ranked()) {
      if ((!bothWays || !it.look().bidirectional()) && cells.add(it.look().cell())) {
        Optional<HalfLife> halfLife = it.gradient().halfLife().filter(HalfLife::isTrustworthy);
        if (halfLife.isPresent()) {
          halving.add(halving(it, halfLife.get(), halving.isEmpty()));
        } else {
          left(it).ifPresent(left::add);
        }
      }
    }
    halving.addAll(left);
    return halving.isEmpty()
        ? ""
        : (bothWays ? "; reading forward, " : "; ") + String.join(", ", halving);
  }

  private String halving(Shown it, HalfLife halfLife, boolean first) {
    return whose(it)
        + (first ? " gradient halves every " : " every ")
        + halfLife.text()
        + (first ? " " + findings.wording().places() : "");
  }

  /** What is left of a gradient that does not fall below the threshold. */
  private Optional<String> left(Shown it) {
    boolean healthy =
        it.gradient().verdict().filter(verdict -> verdict.kind() == Kind.HEALTHY).isPresent();
    Optional<Integer> far = it.gradient().summary().map(GradientSummary::far);
    Optional<Double> ratio = it.gradient().ratio();
    return healthy && !it.look().bidirectional() && far.isPresent() && ratio.isPresent()
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s keeps %s of its gradient %d %s back",
                isOnlyCell() ? "it" : Naming.cell(it.look().cell()),
                Numbers.power(ratio.get()),
                far.get(),
                findings.wording().places()))
        : Optional.empty();
  }

  private String whose(Shown it) {
    return isOnlyCell() ? "its" : Naming.cell(it.look().cell()) + "’s";
  }

  private boolean isOnlyCell() {
    return findings.firstOfEachCell().size() == 1;
  }

  /** The validation loss in the terms that are usual for its task. */
  private String figure(Shown it) {
    if (findings.wording().isOfWords()) {
      return "validation perplexity "
          + perplexities(it).map(Numbers::meanAndDeviation).orElse("unknown");
    }
    String loss = it.result().validation().map(Numbers::meanAndDeviation).orElse("unknown");
    return "validation " + findings.wording().loss() + " " + findings.wording().lossWithUnit(loss);
  }

  /** The figure that is compared in per cent. */
  private double ranking(Shown it) {
    return (findings.wording().isOfWords() ? perplexities(it) : it.result().validation())
        .map(Statistic::mean)
        .orElse(Double.NaN);
  }

  /** exp of each seed's best validation cross-entropy. */
  static Optional<Statistic> perplexities(Shown it) {
    List<Double> values = new ArrayList<>();
    for (TrialRecord trial : it.result().completed()) {
      trial
          .metric(Metrics.validation(Metrics.CROSS_ENTROPY))
          .ifPresent(value -> values.add(Math.exp(value)));
    }
    return Statistic.of(values);
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
