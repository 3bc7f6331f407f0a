package dev.inputmethod.reports.html;

import dev.inputmethod.reports.gradient.ConfigurationVerdict;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Verdict;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Fills the table of verdicts, and says in a sentence or two what they come to. */
final class Verdicts {
  private static final int MOST_NAMED = 8;
  private static final String CONTROL = " (control)";

  private final Findings findings;
  private final ReachFigures reach;
  private final HeatMaps heat;
  private final Optional<Control> control;

  Verdicts(Findings findings, ReachFigures reach, HeatMaps heat) {
    this.findings = findings;
    this.reach = reach;
    this.heat = heat;
    this.control = Control.of(findings);
  }

  /** Whether there is anything to say about a gradient. */
  boolean isProbed() {
    return findings.shown().stream()
        .anyMatch(it -> it.gradient().verdict().isPresent() || it.inputReach().isPresent());
  }

  String lead() {
    Map<Kind, List<String>> byKind = new EnumMap<>(Kind.class);
    List<String> unjudged = new ArrayList<>();
    for (Shown it : findings.shown()) {
      it.gradient()
          .verdict()
          .ifPresentOrElse(
              verdict ->
                  byKind.computeIfAbsent(verdict.kind(), kind -> new ArrayList<>()).add(it.brief()),
              () -> unjudged.add(it.brief()));
    }
    if (!isProbed()) {
      return "No gradient was probed in these trials, so nothing can be said about it. Try"
          + " observe.reachEverySteps above 0.";
    }
    List<String> sentences = new ArrayList<>();
    byKind.forEach((kind, names) -> sentences.add(sentence(kind.words(), names)));
    if (!unjudged.isEmpty()) {
      sentences.add(
          sentence("not judged", unjudged)
              + " Their records are older than verdicts, or nothing was probed; the curves that were"
              + " measured are drawn.");
    }
    if (byKind.keySet().equals(Set.of(Kind.NOT_TESTABLE))) {
      sentences.add("The curves below do not tell whether gradients vanish.");
    }
    return String.join(" ", sentences);
  }

  private String sentence(String words, List<String> names) {
    String subject =
        names.size() == findings.shown().size() && names.size() > 1
            ? "all " + names.size() + " configurations"
            : names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : names.size() + " of " + findings.shown().size() + " configurations";
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ": " + subject + ".";
  }

  String caption() {
    return "In the order of the ranking. Verdict: of the gradient at the best epoch"
        + (findings.comparison().failed().isEmpty()
            ? ""
            : " (where all trials failed, at their last measurements)")
        + "; that of most seeds, the worse one of a tie. Half-life: the steps back that halve the"
        + " gradient, τ·ln 2 of the line ln g(d) = a − d/τ, d ≥ 1. In brackets from the lowest to the"
        + " highest of the seeds’ 95 % bootstrap intervals over probed contexts, or of the seeds"
        + " where there is no bootstrap. “>”: the line does not halve within the context. No"
        + " half-life where R² < "
        + Decay.LEAST_R_SQUARED
        + ". What is left:"
        + " g(far)/g(1) at "
        + findings.wording().inputs()
        + ", geometric mean over seeds, with its d ("
        + (findings.wording().isOfWords()
            ? "of the first word"
            : "the answer needs what lies at least so far back")
        + ") and"
        + " the real, unpadded contexts behind it"
        + findings
            .control()
            .map(
                it ->
                    ", and how many times that of the control, the experiment’s first configuration")
            .orElse("")
        + ". The curve is g(d)/g(1) over"
        + " d on a log axis that all rows share; the dashed line is the threshold.";
  }

  List<GradientSection.Row> rows() {
    List<GradientSection.Row> rows = new ArrayList<>();
    if (isProbed()) {
      findings.shown().forEach(it -> rows.add(row(it)));
    }
    return rows;
  }

  private GradientSection.Row row(Shown it) {
    GradientFindings gradient = it.gradient();
    Optional<ConfigurationVerdict> verdict = gradient.verdict();
    Optional<HalfLife> halfLife = gradient.halfLife().filter(HalfLife::isShown);
    boolean counted = gradient.ratio().isPresent();
    return new GradientSection.Row(
        "c" + it.index(),
        Integer.toString(it.index() + 1),
        it.brief() + (isControl(it) ? CONTROL : ""),
        verdict.map(ConfigurationVerdict::kind).map(Verdicts::sign).orElse("–"),
        verdict.map(ConfigurationVerdict::kind).map(Kind::words).orElse("not judged"),
        verdict.map(Verdicts::seeds).orElse(""),
        halfLife.map(HalfLife::text).orElse("–"),
        halfLife.map(Verdicts::interval).orElse(""),
        halfLife.map(found -> caution(found, it)).orElse(unfitted(gradient)),
        gradient.ratio().map(Numbers::power).orElse("–"),
        counted ? gradient.summary().map(summary -> evidence(summary, it)).orElse("") : "",
        control.map(known -> known.factor(it)).orElse(""),
        reach.relativeSpark(it).orElse(""),
        verdict.map(found -> reason(found, it)).orElse(""),
        verdict.map(ConfigurationVerdict::example).map(Verdict::advice).orElse(""),
        heat.anchor(it).orElse(""));
  }

  private boolean isControl(Shown it) {
    return findings.control().map(control -> control.index() == it.index()).orElse(false);
  }

  /** One seed's numbers, which the columns beside them are means of. */
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

  static String sign(Kind kind) {
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
    int most = verdict.counts().getOrDefault(verdict.kind(), 0);
    parts.add(most == all ? Numbers.count(all, "seed", "seeds") : most + " of " + all + " seeds");
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

  private static String interval(HalfLife halfLife) {
    return halfLife.interval().isPresent() && !halfLife.isBeyond()
        ? "(" + halfLife.intervalText() + ")"
        : "";
  }

  /** What is to be known beside the figure. */
  private static String caution(HalfLife halfLife, Shown it) {
    List<String> parts = new ArrayList<>();
    if (halfLife.isPowerLawBetter()) {
      parts.add("a power law fits better");
    }
    if (it.look().bidirectional()) {
      parts.add("of the forward states");
    }
    return String.join(", ", parts);
  }

  /** Why there is no half-life. */
  private static String unfitted(GradientFindings gradient) {
    Optional<HalfLife> halfLife = gradient.halfLife();
    if (halfLife.isEmpty()) {
      return "no line fitted";
    }
    return halfLife.get().isLongEnough()
        ? "no exponential decay, R² " + Numbers.down(halfLife.get().rSquared(), 2)
        : "too few distances";
  }

  /** Where far is, and how many contexts stand behind it. */
  private static String evidence(GradientSummary summary, Shown it) {
    return (it.look().bidirectional() ? "least up to d = " : "d = ")
        + summary.far()
        + ", "
        + Numbers.count(summary.examples(), "context", "contexts");
  }
}
