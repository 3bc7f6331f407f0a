package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.gradient.ReachSummaries;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Direction;
import dev.inputmethod.reports.record.FittedHalfLife;
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

/** Writes measurements as TensorBoard's scalars. A NaN stays a NaN: TensorBoard marks the step. */
final class Scalars {
  /**
   * Distances a reach curve is shown at. TensorBoard draws over steps only, so a curve over
   * distance becomes one series for each of some distances: a handful, even for long contexts. (A
   * histogram could hold the whole curve, but TensorBoard has no log axis for it, and reach spans
   * many powers of ten; the scalars' charts can be switched to one.)
   */
  private static final List<Integer> DISTANCES = List.of(0, 1, 2, 5, 10, 20, 50, 100, 200, 500);

  /** Why a series of half-lives has gaps and a ceiling. */
  static final String HALF_LIFE_NOTE =
      "Steps back that halve the gradient, by the fitted line; capped at the context length. There"
          + " is none where the line rests on fewer than "
          + Decay.LEAST_DISTANCES
          + " distances, or halves within the context with R² below "
          + Decay.LEAST_R_SQUARED
          + ".";

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
    // Comparable between networks of different sizes: the share that is left of the value one step
    // back.
    of("reach_relative/input", ReachSummaries.relative(reach.input()), reach.examples(), into);
    int contextLength = reach.input().size();
    reach.inputDecay().ifPresent(decay -> of("input", decay, contextLength, into));
    for (HiddenReach hidden : reach.hidden()) {
      String where = place(hidden.layer(), hidden.direction());
      of("reach/" + where, hidden.norms(), reach.examples(), into);
      of("reach/" + where + "_state", hidden.joint(), reach.examples(), into);
      of(
          "reach_relative/" + where,
          ReachSummaries.relative(hidden, hidden.norms()),
          reach.examples(),
          into);
      of(
          "reach_relative/" + where + "_state",
          ReachSummaries.relative(hidden, hidden.joint()),
          reach.examples(),
          into);
      hidden.decay().ifPresent(decay -> of(where, decay, contextLength, into));
    }
  }

  private static String place(int layer, Direction direction) {
    return "layer" + layer + "_" + direction.word();
  }

  private static void of(String where, Decay decay, int contextLength, Summary.Builder into) {
    add("factor/" + where, decay.factor(), into);
    addHalfLife("half_life/" + where, decay, contextLength, into);
  }

  private static void addHalfLife(
      String tag, Decay decay, int contextLength, Summary.Builder into) {
    FittedHalfLife fit = decay.fitted(contextLength);
    if (fit.isShown()) {
      into.addValue(Values.scalar(tag, fit.capped(), HALF_LIFE_NOTE));
    }
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
    gradient
        .decay()
        .ifPresent(decay -> addHalfLife("best/half_life", decay, gradient.contextLength(), into));
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
