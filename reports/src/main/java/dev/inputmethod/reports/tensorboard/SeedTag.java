package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.gradient.ReachSummaries;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.FittedHalfLife;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.reports.record.ReachSummary;
import java.util.Optional;

/** A figure that is shown over the seeds of a configuration, as a mean with a band. */
enum SeedTag {
  VALIDATION(
      "loss/validation",
      "Validation loss, as the task has it: cross-entropy in nats, or squared error",
      "") {
    @Override
    Optional<Double> of(Measurement measurement, int horizon) {
      return measurement instanceof Measurement.Epoch epoch
          ? Optional.of(epoch.validationLoss())
          : Optional.empty();
    }
  },
  HALF_LIFE(
      "gradient/half_life",
      "Half-life of the gradient at the embedded words, steps",
      Scalars.HALF_LIFE_NOTE
          + " Of a bidirectional network it is that of the last layer's forward states.") {
    @Override
    Optional<Double> of(Measurement measurement, int horizon) {
      return reach(measurement).flatMap(SeedTag::halfLife);
    }
  },
  FACTOR(
      "gradient/factor",
      "What each step back multiplies the gradient by",
      "Of a bidirectional network it is that of the last layer's forward states.") {
    @Override
    Optional<Double> of(Measurement measurement, int horizon) {
      return reach(measurement).flatMap(ReachSummaries::decay).map(Decay::factor);
    }
  },
  RATIO(
      "gradient/reach_ratio_log10",
      "log10 of g(far)/g(1) at the embedded words",
      "The ratio that verdicts are judged by: far is the first word, on a task its dependency"
          + " length; of a bidirectional network it is the least g of all these distances. A ratio"
          + " of 0 has no logarithm.") {
    @Override
    Optional<Double> of(Measurement measurement, int horizon) {
      return reach(measurement)
          .filter(reach -> reach.input().size() > 2)
          .flatMap(reach -> ReachSummaries.of(reach, horizon))
          .map(ReachSummary::ratio)
          .map(Math::log10);
    }
  };

  private static final String FOLDER = "over_seeds/";

  private final String tag;
  private final String title;
  private final String note;

  SeedTag(String tag, String title, String note) {
    this.tag = FOLDER + tag;
    this.title = title;
    this.note = note;
  }

  /**
   * The figure, where the measurement has it and was taken in the course of training; not finite
   * where a mean cannot hold it.
   *
   * @param horizon how far back is judged, steps
   */
  abstract Optional<Double> of(Measurement measurement, int horizon);

  /** Whether a measurement is of the kind that the figure is taken from. */
  boolean isIn(Measurement measurement) {
    return this == VALIDATION
        ? measurement instanceof Measurement.Epoch
        : reach(measurement).isPresent();
  }

  String title() {
    return title;
  }

  /** What a reader should know besides the title; may be empty. */
  String note() {
    return note;
  }

  String mean() {
    return tag + "/mean";
  }

  String lower() {
    return tag + "/lower";
  }

  String upper() {
    return tag + "/upper";
  }

  /** How many seeds the mean is over. */
  String seeds() {
    return tag + "/seeds";
  }

  private static Optional<Measurement.Reach> reach(Measurement measurement) {
    return measurement instanceof Measurement.Reach reach && reach.moment() != Moment.BEST
        ? Optional.of(reach)
        : Optional.empty();
  }

  private static Optional<Double> halfLife(Measurement.Reach reach) {
    return ReachSummaries.decay(reach)
        .map(decay -> decay.fitted(reach.input().size()))
        .filter(FittedHalfLife::isShown)
        .map(FittedHalfLife::capped);
  }
}
