package dev.inputmethod.reports.html;

import dev.inputmethod.reports.gradient.ConfigurationVerdict;
import dev.inputmethod.reports.html.GradientSection.AdviceCell;
import dev.inputmethod.reports.html.GradientSection.HalfLifeCell;
import dev.inputmethod.reports.html.GradientSection.RatioCell;
import dev.inputmethod.reports.html.GradientSection.Row;
import dev.inputmethod.reports.html.GradientSection.VerdictCell;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills the table of verdicts. */
final class VerdictRows {
  private static final String CONTROL = " (control)";
  private static final String NONE = "–";

  private final Findings findings;
  private final ReachSparks reach;
  private final HeatMaps heat;
  private final Optional<Control> control;

  VerdictRows(Findings findings, ReachSparks reach, HeatMaps heat) {
    this.findings = findings;
    this.reach = reach;
    this.heat = heat;
    this.control = Control.of(findings);
  }

  List<Row> rows() {
    return findings.shown().stream().map(this::row).toList();
  }

  private Row row(Shown it) {
    return new Row(
        "c" + it.index(),
        Integer.toString(it.index() + 1),
        it.brief() + (isControl(it) ? CONTROL : ""),
        heat.anchor(it).orElse(""),
        it.gradient()
            .verdict()
            .map(VerdictRows::verdict)
            .orElse(new VerdictCell(NONE, "not judged", "")),
        halfLife(it),
        ratio(it),
        reach.relativeSpark(it).orElse(""),
        it.gradient().verdict().map(verdict -> advice(verdict, it)).orElse(new AdviceCell("", "")));
  }

  private boolean isControl(Shown it) {
    return findings.control().map(first -> first.index() == it.index()).orElse(false);
  }

  private static VerdictCell verdict(ConfigurationVerdict verdict) {
    return new VerdictCell(sign(verdict.kind()), verdict.kind().words(), seeds(verdict));
  }

  private static String sign(Kind kind) {
    return switch (kind) {
      case HEALTHY -> "✓";
      case SHORT_REACH -> "↘";
      case VANISHING -> "↓";
      case EXPLODING -> "↑";
      case DEAD -> "∅";
      case NOT_TESTABLE -> "?";
    };
  }

  /** Such as {@code 2 of 3 seeds; healthy: 1}, and what it was before training. */
  private static String seeds(ConfigurationVerdict verdict) {
    List<String> parts = new ArrayList<>();
    int all = verdict.trials().size();
    parts.add(
        verdict.votes() == all ? Numbers.count(all, "seed", "seeds") : verdict.seeds() + " seeds");
    verdict
        .counts()
        .forEach(
            (kind, count) -> {
              if (kind != verdict.kind()) {
                parts.add(kind.words() + ": " + count);
              }
            });
    verdict
        .example()
        .initially()
        .filter(kind -> kind != verdict.kind())
        .ifPresent(kind -> parts.add("untrained: " + kind.words()));
    return String.join("; ", parts);
  }

  private static HalfLifeCell halfLife(Shown it) {
    Optional<HalfLife> halfLife = it.gradient().halfLife();
    if (halfLife.isEmpty()) {
      return new HalfLifeCell(NONE, "", "no line fitted");
    }
    HalfLife found = halfLife.get();
    return found.isShown()
        ? new HalfLifeCell(found.text(), interval(found), caution(found, it))
        : new HalfLifeCell(NONE, "", unfitted(found));
  }

  private static String interval(HalfLife halfLife) {
    return halfLife.interval().isPresent() && !halfLife.isBeyond()
        ? "(" + halfLife.intervalText() + ")"
        : "";
  }

  /** What a reader should know beside the figure. */
  private static String caution(HalfLife halfLife, Shown it) {
    List<String> parts = new ArrayList<>();
    if (!halfLife.fit().isLine()) {
      parts.add("a level curve, or not a line: R² " + Numbers.down(halfLife.rSquared(), 2));
    }
    if (halfLife.isPowerLawBetter()) {
      parts.add(powerLaw(halfLife));
    }
    if (it.look().bidirectional()) {
      parts.add("of the forward states");
    }
    if (halfLife.unfitted() > 0) {
      parts.add(leftOut(halfLife));
    }
    return String.join("; ", parts);
  }

  /** Why there is no half-life, and what describes the curve better. */
  private static String unfitted(HalfLife halfLife) {
    if (!halfLife.isLongEnough()) {
      return "too few distances";
    }
    String reason = "no exponential decay, R² " + Numbers.down(halfLife.rSquared(), 2);
    return halfLife.isPowerLawBetter() ? reason + "; " + powerLaw(halfLife) : reason;
  }

  private static String powerLaw(HalfLife halfLife) {
    return "a power law, g ∝ d^(−α) with α = "
        + Numbers.short2(halfLife.powerExponent())
        + ", fits better";
  }

  private static String leftOut(HalfLife halfLife) {
    return String.format(
        Locale.ROOT,
        "%d of %d seeds; %d without a line",
        halfLife.seeds(),
        halfLife.seeds() + halfLife.unfitted(),
        halfLife.unfitted());
  }

  private RatioCell ratio(Shown it) {
    GradientFindings gradient = it.gradient();
    return new RatioCell(
        gradient.ratio().map(Numbers::power).orElse(NONE),
        gradient.ratio().isPresent()
            ? gradient.summary().map(summary -> evidence(summary, it)).orElse("")
            : "",
        gradient.reachRatio().map(ReachRatio::leftOut).orElse(""),
        control.map(known -> known.factor(it)).orElse(""));
  }

  /** Where far is, and how many full contexts are behind it. */
  private static String evidence(GradientSummary summary, Shown it) {
    return (it.look().bidirectional() ? "least up to d = " : "d = ")
        + summary.far()
        + ", "
        + Numbers.count(summary.examples(), "context", "contexts");
  }

  private static AdviceCell advice(ConfigurationVerdict verdict, Shown it) {
    return new AdviceCell(verdict.example().advice(), reason(verdict, it));
  }

  /** One seed's numbers; the columns beside them are means over seeds. */
  private static String reason(ConfigurationVerdict verdict, Shown it) {
    String reason = verdict.example().reason();
    if (verdict.trials().size() == 1) {
      return reason;
    }
    return Stream.concat(it.result().completed().stream(), it.result().failed().stream())
        .filter(trial -> trial.trial().equals(verdict.exampleTrial()))
        .findFirst()
        .map(trial -> "Seed " + trial.seed() + ": " + reason)
        .orElse(reason);
  }
}
