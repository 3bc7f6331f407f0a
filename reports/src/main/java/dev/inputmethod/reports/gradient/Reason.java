package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.ReachSummary;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Words a verdict's reason: one sentence with the numbers it rests on. */
final class Reason {
  private final Thresholds thresholds;
  private final GradientSummary gradient;
  private final Evidence evidence;
  private final boolean bothWays;

  /**
   * @param bothWays whether the network reads in both directions: then both ends of the context are
   *     near to it, and the least gradient of all distances counts
   */
  Reason(Thresholds thresholds, GradientSummary gradient, Evidence evidence, boolean bothWays) {
    this.thresholds = thresholds;
    this.gradient = gradient;
    this.evidence = evidence;
    this.bothWays = bothWays;
  }

  String of(Kind kind) {
    return switch (kind) {
      case EXPLODING -> exploding();
      case DEAD ->
          text(
              "No distance has a gradient above %s at the %s; the largest is %s.",
              number(thresholds.dead()), inputs(), number(reach().largest()));
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
      return "A gradient norm of the probe is no finite number.";
    }
    return text(
        "On its way back the gradient grows to %s times what it is 1 step back, above %s.",
        number(reach().recurrentGrowth().orElse(reach().growth())), number(thresholds.exploding()));
  }

  private String notTestable() {
    if (gradient.reach().isEmpty()) {
      return "The gradient's reach was not measured.";
    }
    if (Judge.isTooShort(gradient, thresholds)) {
      return text(
          "%s of context is too short to judge a decay; %d are needed.",
          steps(Math.min(gradient.horizon(), gradient.contextLength())),
          thresholds.minimumContext());
    }
    return text(
        "Only %d full contexts could be probed; %d are needed.",
        gradient.examples(), Judge.FEWEST_EXAMPLES);
  }

  private String ratio(String relation) {
    String far = steps(gradient.far()) + " back";
    return text(
        "%s the gradient at the %s is %s, which is %s of what it is 1 step back (%s), %s %s",
        bothWays ? "At its least, up to " + far + "," : far,
        inputs(),
        number(reach().far()),
        number(reach().ratio()),
        number(reach().near()),
        relation,
        number(thresholds.vanishing()));
  }

  /** A task with a known answer has no words. */
  private String inputs() {
    return evidence.answer().isPresent() ? "inputs" : "embedded words";
  }

  private String halfLife() {
    return gradient
        .decay()
        .filter(decay -> decay.isShown(gradient.contextLength()))
        .map(
            (Decay decay) ->
                decay.isBeyond(gradient.contextLength())
                    ? "; it does not halve within the context"
                    : text(
                        "; it halves every %s steps (R² %.2f)",
                        decay.shownHalfLife(gradient.contextLength()), decay.rSquared()))
        .orElse("");
  }

  private String outcome() {
    if (evidence.answer().isPresent()) {
      return text(
          "; its %s is %s, the memoryless baseline's %s",
          evidence.answer().get().metric(),
          number(evidence.answer().get().value()),
          number(evidence.answer().get().baseline()));
    }
    return evidence
        .context()
        .map(
            gain ->
                text(
                    "; %d words of context instead of %d bring %s nats per word, %s",
                    gain.contextLength(),
                    gain.shorter(),
                    number(gain.gain()),
                    gain.spread() > 0
                        ? "seeds differ by " + number(gain.spread())
                        : "from one seed each"))
        .orElse("");
  }

  private ReachSummary reach() {
    return gradient.reach().orElseThrow();
  }

  private static String steps(int count) {
    return count == 1 ? "1 step" : count + " steps";
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Three digits, with a power of ten where a reader would count zeros. */
  static String number(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    double size = Math.abs(value);
    return size >= 1e-3 && size < 1e4
        ? new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString()
        : text("%.1e", value).replace("e-0", "e-").replace("e+0", "e").replace("e+", "e");
  }
}
