package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.record.Measurement.Epoch;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.Norms;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Measurement.Step;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import java.util.List;
import java.util.Locale;

/** Measurements as TensorBoard's scalars. A NaN stays one: TensorBoard marks the step. */
final class Scalars {
  /**
   * Distances a reach curve is shown at. TensorBoard draws over steps only, so a curve over
   * distance becomes one series a distance: a handful, even for long contexts. (A histogram could
   * hold the whole curve, but TensorBoard has no log axis for it, and reach spans many powers of
   * ten; the scalars' charts can be switched to one.)
   */
  private static final List<Integer> DISTANCES = List.of(0, 1, 2, 5, 10, 20, 50, 100, 200, 500);

  /** A mean over fewer is noise; the HTML report leaves the same out. */
  private static final long FEWEST_EXAMPLES = 100;

  private Scalars() {}

  static void of(Step step, Summary.Builder into) {
    add("loss/training", step.trainingLoss(), into);
    add("gradient/global_norm", step.globalNorm(), into);
    step.parameters().forEach((name, norms) -> of(name, norms, into));
  }

  private static void of(String parameter, Norms norms, Summary.Builder into) {
    add("gradient/" + parameter, norms.gradient(), into);
    add("update/" + parameter, norms.update(), into);
    add("parameter/" + parameter, norms.value(), into);
    double ratio = Math.log10(norms.update() / norms.value());
    // No update, or a parameter that is zero, has no ratio to show.
    if (Double.isFinite(ratio)) {
      add("update_ratio_log10/" + parameter, ratio, into);
    }
  }

  static void of(Epoch epoch, Summary.Builder into) {
    add("loss/training_epoch_mean", epoch.trainingLoss(), into);
    add("loss/validation", epoch.validationCrossEntropy(), into);
  }

  static void of(Reach reach, Summary.Builder into) {
    of("input", reach.input(), reach.examples(), into);
    for (HiddenReach hidden : reach.hidden()) {
      of(
          "layer" + hidden.layer() + "_" + hidden.direction(),
          hidden.norms(),
          reach.examples(),
          into);
    }
  }

  private static void of(
      String where, List<Double> norms, List<Long> examples, Summary.Builder into) {
    for (int distance : DISTANCES) {
      if (distance < norms.size()
          && distance < examples.size()
          && examples.get(distance) >= FEWEST_EXAMPLES) {
        String tag = String.format(Locale.ROOT, "reach/%s/d%03d", where, distance);
        add(tag, norms.get(distance), into);
      }
    }
  }

  private static void add(String tag, double value, Summary.Builder into) {
    into.addValue(Values.scalar(tag, value));
  }
}
