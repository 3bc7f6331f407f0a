package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.FittedHalfLife;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.KnownAnswer;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.ReachSummary;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.Locale;

/** Writes the reason of a verdict: one sentence with the numbers it rests on. */
final class Reason {
  private final Thresholds thresholds;
  private final Notation notation;
  private final Configuration configuration;
  private final GradientSummary gradient;
  private final Evidence evidence;

  Reason(
      Thresholds thresholds,
      Notation notation,
      Configuration configuration,
      GradientSummary gradient,
      Evidence evidence) {
    this.thresholds = thresholds;
    this.notation = notation;
    this.configuration = configuration;
    this.gradient = gradient;
    this.evidence = evidence;
  }

  String of(Kind kind) {
    return switch (kind) {
      case EXPLODING -> exploding();
      case DEAD ->
          text(
              "No distance has a gradient norm above %s at the %s; the largest is %s.",
              notation.norm(thresholds.dead()), task().inputs(), notation.norm(reach().largest()));
      case NOT_TESTABLE -> notTestable();
      case HEALTHY -> ratio("not below") + halfLife() + ".";
      case SHORT_REACH, VANISHING -> ratio("below") + halfLife() + outcome() + ".";
    };
  }

  private String exploding() {
    if (evidence.divergence().isPresent()) {
      return "The trial diverged: " + evidence.divergence().get() + ".";
    }
    if (!reach().finite()) {
      return "A gradient norm of the probe is not a finite number.";
    }
    return text(
        "On its way back the gradient norm grows to %s times its value %s back, above the"
            + " threshold %s.",
        notation.norm(reach().recurrentGrowth().orElse(reach().growth())),
        places(1),
        notation.norm(thresholds.exploding()));
  }

  private String notTestable() {
    if (gradient.reach().isEmpty()) {
      return "The gradient's reach was not measured.";
    }
    if (!Judge.isTooShort(gradient, thresholds)) {
      return text(
          "Only %d full contexts could be probed; %d are needed.",
          gradient.examples(), Judge.FEWEST_EXAMPLES);
    }
    // What a task's answer depends on may be much nearer than the sequence is long.
    return gradient.horizon() < gradient.contextLength()
        ? text(
            "The answer depends on what lies %s back, too near to judge a decay; %d are needed.",
            places(gradient.horizon()), thresholds.minimumContext())
        : text(
            "A context of %s is too short to judge a decay; %d are needed.",
            places(gradient.contextLength()), thresholds.minimumContext());
  }

  /** In a bidirectional network both ends are near: the least gradient of all distances counts. */
  private String ratio(String relation) {
    String far = places(gradient.far()) + " back";
    return text(
        "%s, the gradient norm at the %s is %s, %s of its value %s back (%s): %s the threshold %s",
        configuration.isBidirectional() ? "At its least, up to " + far : far,
        task().inputs(),
        notation.norm(reach().far()),
        notation.norm(reach().ratio()),
        places(1),
        notation.norm(reach().near()),
        relation,
        notation.norm(thresholds.vanishing()));
  }

  private String halfLife() {
    return gradient
        .decay()
        .map(decay -> decay.fitted(gradient.contextLength()))
        .filter(FittedHalfLife::isShown)
        .map(
            fit ->
                fit.isBeyond()
                    ? "; the fitted line does not halve within the context"
                    : text(
                        "; %s every %s %ss (R² %.2f)",
                        configuration.isBidirectional()
                            ? "that at the last layer's forward states halves"
                            : "it halves",
                        fit.text(notation::steps),
                        task().place(),
                        fit.rSquared()))
        .orElse("");
  }

  private String outcome() {
    return evidence
        .answer()
        .map(this::answer)
        .or(() -> evidence.context().map(this::gain))
        .orElse("");
  }

  private String answer(KnownAnswer answer) {
    return text(
        "; the trial's %s is %s, the memoryless baseline's %s",
        answer.metric(), notation.loss(answer.value()), notation.loss(answer.baseline()));
  }

  private String gain(ContextGain gain) {
    return text(
        "; %d words of context instead of %d %s the validation loss by %s nats per word (%s)",
        gain.contextLength(),
        gain.shorter(),
        gain.gain() < 0 ? "raise" : "lower",
        notation.loss(Math.abs(gain.gain())),
        gain.spread() > 0
            ? "standard deviation over seeds " + notation.loss(gain.spread())
            : "one seed each");
  }

  private LearnedTask task() {
    return LearnedTask.of(configuration);
  }

  private ReachSummary reach() {
    return gradient.reach().orElseThrow();
  }

  private String places(int count) {
    return count + " " + task().place() + (count == 1 ? "" : "s");
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
