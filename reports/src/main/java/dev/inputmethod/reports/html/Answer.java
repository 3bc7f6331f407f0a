package dev.inputmethod.reports.html;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the one sentence that answers the experiment's question, and says no more than the numbers
 * carry.
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
          ? "There is no answer: the only trial that ended failed."
          : "There is no answer: all " + failed + " trials that ended failed.";
    }
    if (!comparison.experiment().ranked()) {
      return "Nothing is ranked: "
          + String.join(
              " and ",
              comparison.experiment().targetAxes().stream()
                  .map(findings.naming()::heading)
                  .toList())
          + (findings.wording().isOfWords()
              ? " changes which words are to be predicted, so the perplexities cannot be compared."
              : " changes what is to be answered, so the losses cannot be compared.");
    }
    if (findings.ranked().isEmpty()) {
      return "No trial has a validation " + findings.wording().loss() + " that could be ranked.";
    }
    return ranked() + reach() + ".";
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
          + " within the spread of its seeds";
    }
    return capitalised(winner.spoken())
        + (hasSpread(winner) ? " is best: " : " comes first: ")
        + figure
        + distance(winner);
  }

  /** Ranked configurations that cannot be told from the winner. */
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

  /** Against the best plain RNN; or, if that is the winner, against the best other cell. */
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

  /** Nobody is 100 % below another. */
  private static String percent(double share) {
    return share > 0.99 ? "more than 99" : Numbers.fixed(share * 100, share < 0.095 ? 1 : 0);
  }

  private String reach() {
    return Control.of(findings).map(it -> "; " + it.sentence()).orElseGet(this::halfLives);
  }

  private String halfLives() {
    List<String> parts = new ArrayList<>();
    boolean measured = false;
    boolean longEnough = false;
    List<String> told = new ArrayList<>();
    boolean bothWays = findings.comparison().differingSettings().contains("model.direction");
    for (Shown it : findings.ranked()) {
      Optional<HalfLife> halfLife = it.gradient().halfLife();
      measured |= it.inputReach().isPresent();
      longEnough |=
          it.inputReach()
              .map(reach -> reach.trained().mean().size() >= Decay.LEAST_DISTANCES)
              .orElse(false);
      if ((!bothWays || !it.look().bidirectional())
          && halfLife.map(HalfLife::isTrustworthy).orElse(false)
          && !told.contains(it.look().cell())) {
        told.add(it.look().cell());
        String whose =
            findings.firstOfEachCell().size() == 1 ? "its" : Naming.cell(it.look().cell()) + "’s";
        String steps = halfLife.map(HalfLife::text).orElse("");
        parts.add(
            parts.isEmpty()
                ? (bothWays ? "reading forward, " : "")
                    + whose
                    + " gradient halves every "
                    + steps
                    + " "
                    + findings.wording().places()
                : whose + " every " + steps);
      }
    }
    if (measured && !longEnough) {
      return "; the context is too short to judge how far back gradients reach";
    }
    return parts.isEmpty() ? "" : "; " + String.join(", ", parts);
  }

  /** The validation loss as readers of its task know it. */
  private String figure(Shown it) {
    if (findings.wording().isOfWords()) {
      return "validation perplexity "
          + perplexities(it).map(Numbers::meanAndDeviation).orElse("unknown");
    }
    String loss = it.result().validation().map(Numbers::meanAndDeviation).orElse("unknown");
    return "validation " + findings.wording().loss() + " " + findings.wording().lossWithUnit(loss);
  }

  /** What is compared in per cent. */
  private double ranking(Shown it) {
    return (findings.wording().isOfWords() ? perplexities(it) : it.result().validation())
        .map(Statistic::mean)
        .orElse(Double.NaN);
  }

  /** exp of each seed's best validation cross-entropy. */
  static Optional<Statistic> perplexities(Shown it) {
    List<Double> values = new ArrayList<>();
    for (TrialRecord trial : it.result().completed()) {
      Optional.ofNullable(trial.metrics().get("validation.crossEntropy"))
          .ifPresent(value -> values.add(Math.exp(value)));
    }
    return Statistic.of(values);
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
