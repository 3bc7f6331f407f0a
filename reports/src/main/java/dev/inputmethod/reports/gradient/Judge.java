package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.ReachSummary;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.Verdict;
import dev.inputmethod.reports.record.Verdict.Kind;
import java.util.Optional;

/**
 * Judges a trial's gradient by these rules, of which the first that holds decides:
 *
 * <ol>
 *   <li>exploding: the loss or a gradient is not a finite number, or the gradient grows beyond the
 *       threshold on its way back, and does so step by step at a layer's states;
 *   <li>dead: no distance has a gradient above the threshold, and nothing is known to have been
 *       learned;
 *   <li>not testable: the horizon is too short, or too few full contexts were probed;
 *   <li>healthy: g(far)/g(1), far being the horizon or the first word, at the embedded words is not
 *       below the threshold;
 *   <li>vanishing: it is below, and the outcome agrees: no better than the memoryless baseline on a
 *       task with a known answer, or no gain from a longer context on a corpus; unless {@code
 *       training.truncatedBptt} cut the gradient off before far;
 *   <li>short reach: it is below, and nothing more is known.
 * </ol>
 */
public final class Judge {
  /** Means over fewer contexts are noise. */
  static final int FEWEST_EXAMPLES = 20;

  private final Thresholds thresholds;
  private final Notation notation;

  /** Writes reasons in plain ASCII. */
  public Judge(Thresholds thresholds) {
    this(thresholds, Notation.PLAIN);
  }

  /**
   * @param notation of the numbers in reasons
   */
  public Judge(Thresholds thresholds, Notation notation) {
    this.thresholds = thresholds;
    this.notation = notation;
  }

  /**
   * Judges one trial.
   *
   * @param configuration names the settings that advice is about
   */
  public Verdict judge(GradientSummary gradient, Configuration configuration, Evidence evidence) {
    boolean cutOff = Advice.isCutOff(configuration, gradient);
    Kind kind = kind(gradient, gradient.reach(), evidence, cutOff);
    Optional<Kind> initially =
        gradient.initialReach().map(it -> kind(gradient, Optional.of(it), Evidence.NONE, cutOff));
    return new Verdict(
        kind,
        initially,
        evidence.answer(),
        new Reason(thresholds, notation, configuration, gradient, evidence).of(kind),
        new Advice(configuration, thresholds, gradient, evidence).of(kind));
  }

  private Kind kind(
      GradientSummary gradient,
      Optional<ReachSummary> measured,
      Evidence evidence,
      boolean cutOff) {
    if (evidence.divergence().isPresent()) {
      return Kind.EXPLODING;
    }
    if (measured.isEmpty()) {
      return Kind.NOT_TESTABLE;
    }
    ReachSummary reach = measured.get();
    if (!reach.finite() || isExploding(reach)) {
      return Kind.EXPLODING;
    }
    if (reach.largest() <= thresholds.dead() && !evidence.isLearned()) {
      return Kind.DEAD;
    }
    if (isTooShort(gradient, thresholds) || gradient.examples() < FEWEST_EXAMPLES) {
      return Kind.NOT_TESTABLE;
    }
    if (reach.ratio() >= thresholds.vanishing()) {
      return Kind.HEALTHY;
    }
    return evidence.nothingCameOfIt() && !cutOff ? Kind.VANISHING : Kind.SHORT_REACH;
  }

  /** A gradient that jumps at one step, which attention or a gate reads, does not explode. */
  private boolean isExploding(ReachSummary reach) {
    return reach.recurrentGrowth().orElse(reach.growth()) > thresholds.exploding();
  }

  static boolean isTooShort(GradientSummary gradient, Thresholds thresholds) {
    return Math.min(gradient.horizon(), gradient.contextLength()) < thresholds.minimumContext();
  }
}
