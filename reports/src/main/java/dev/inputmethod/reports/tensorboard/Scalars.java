package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.gradient.ReachSummaries;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Direction;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.Attention;
import dev.inputmethod.reports.record.Measurement.Epoch;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.Norms;
import dev.inputmethod.reports.record.Measurement.PlaceSaturation;
import dev.inputmethod.reports.record.Measurement.PlaceSpectra;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Measurement.Saturation;
import dev.inputmethod.reports.record.Measurement.Spectra;
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

  private Scalars() {}

  static void of(Step step, Summary.Builder into) {
    add("loss/training", step.trainingLoss(), into);
    add("gradient/global_norm", step.globalNorm(), into);
    step.clippedShare().ifPresent(share -> add("gradient/clipped_share", share, into));
    step.parameters().forEach((name, norms) -> of(name, norms, into));
  }

  private static void of(String parameter, Norms norms, Summary.Builder into) {
    add("gradient/" + parameter, norms.gradient(), into);
    add("update/" + parameter, norms.update(), into);
    add("parameter/" + parameter, norms.value(), into);
    double ratio = norms.log10UpdateRatio();
    // No update, or a parameter that is zero, has no ratio to show.
    if (Double.isFinite(ratio)) {
      add("update_ratio_log10/" + parameter, ratio, into);
    }
  }

  static void of(Epoch epoch, Summary.Builder into) {
    add("loss/training_epoch_mean", epoch.trainingLoss(), into);
    add("loss/validation", epoch.validationLoss(), into);
  }

  static void of(Reach reach, Summary.Builder into) {
    of("reach/input", reach.input(), reach.examples(), into);
    // What compares networks of other sizes: how much of what is a step back is left.
    of("reach_relative/input", ReachSummaries.relative(reach.input()), reach.examples(), into);
    reach.inputDecay().ifPresent(decay -> of("input", decay, into));
    for (HiddenReach hidden : reach.hidden()) {
      String where = place(hidden.layer(), hidden.direction());
      of("reach/" + where, hidden.norms(), reach.examples(), into);
      of("reach/" + where + "_state", hidden.joint(), reach.examples(), into);
      hidden.decay().ifPresent(decay -> of(where, decay, into));
    }
  }

  private static String place(int layer, Direction direction) {
    return "layer" + layer + "_" + direction.word();
  }

  /** An infinite half-life has no place on an axis. */
  private static void of(String where, Decay decay, Summary.Builder into) {
    add("factor/" + where, decay.factor(), into);
    addFinite("half_life/" + where, decay.halfLife(), into);
  }

  static void of(Spectra spectra, Summary.Builder into) {
    for (PlaceSpectra place : spectra.places()) {
      String where = "spectra/" + place(place.layer(), place.direction());
      place
          .recurrent()
          .forEach(
              (gate, of) -> {
                add(where + "/" + gate + "/norm", of.largestSingularValue(), into);
                add(where + "/" + gate + "/radius", of.spectralRadius(), into);
              });
      add(where + "/jacobian/norm", place.jacobian().largestSingularValue(), into);
      add(where + "/jacobian/radius", place.jacobian().spectralRadius(), into);
      addFinite(where + "/lyapunov", place.jacobian().lyapunov(), into);
    }
  }

  static void of(Saturation saturation, Summary.Builder into) {
    for (PlaceSaturation place : saturation.places()) {
      String where = "saturation/" + place(place.layer(), place.direction());
      place
          .gates()
          .forEach(
              (gate, of) -> {
                add(where + "/" + gate + "/closed", of.closed(), into);
                add(where + "/" + gate + "/open", of.open(), into);
              });
      place.tanhBeyond().forEach((name, share) -> add(where + "/" + name + "/beyond", share, into));
      place.deadUnits().ifPresent(share -> add(where + "/dead_units", share, into));
      place.gateHalfLife().ifPresent(steps -> addFinite(where + "/gate_half_life", steps, into));
    }
  }

  static void of(Attention attention, Summary.Builder into) {
    addFinite("attention/mean_distance", attention.meanDistance(), into);
  }

  /** The figures of a finished trial. */
  static void of(GradientSummary gradient, Summary.Builder into) {
    gradient.reach().ifPresent(reach -> addFinite("best/reach_ratio", reach.ratio(), into));
    gradient.decay().ifPresent(decay -> addFinite("best/half_life", decay.halfLife(), into));
    gradient.decay().ifPresent(decay -> addFinite("best/factor", decay.factor(), into));
    gradient.lyapunov().ifPresent(exponent -> addFinite("best/lyapunov", exponent, into));
  }

  private static void addFinite(String tag, double value, Summary.Builder into) {
    if (Double.isFinite(value)) {
      add(tag, value, into);
    }
  }

  private static void of(
      String where, List<Double> norms, List<Long> examples, Summary.Builder into) {
    for (int distance : DISTANCES) {
      if (distance < norms.size()
          && distance < examples.size()
          && examples.get(distance) >= Measurement.LEAST_EXAMPLES) {
        String tag = String.format(Locale.ROOT, "%s/d%03d", where, distance);
        add(tag, norms.get(distance), into);
      }
    }
  }

  private static void add(String tag, double value, Summary.Builder into) {
    into.addValue(Values.scalar(tag, value));
  }
}
