package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Moment;
import java.util.List;
import java.util.Optional;

/** A figure that is shown over the seeds of a configuration, as a mean with a band. */
enum SeedTag {
  VALIDATION(
      "loss/validation",
      "Validation loss, as the task has it: cross-entropy in nats, or squared error") {
    @Override
    Optional<Double> of(Measurement measurement) {
      return measurement instanceof Measurement.Epoch epoch
          ? Optional.of(epoch.validationLoss())
          : Optional.empty();
    }
  },
  HALF_LIFE("gradient/half_life", "Half-life of the gradient at the embedded words, steps") {
    @Override
    Optional<Double> of(Measurement measurement) {
      return reach(measurement).flatMap(Measurement.Reach::inputDecay).map(Decay::halfLife);
    }
  },
  FACTOR("gradient/factor", "What each step back multiplies the gradient by") {
    @Override
    Optional<Double> of(Measurement measurement) {
      return reach(measurement).flatMap(Measurement.Reach::inputDecay).map(Decay::factor);
    }
  },
  RATIO("gradient/reach_ratio_log10", "log10 of g(T-1)/g(1) at the embedded words") {
    @Override
    Optional<Double> of(Measurement measurement) {
      return reach(measurement)
          .map(Measurement.Reach::input)
          .filter(input -> input.size() > 2)
          .map(SeedTag::log10Ratio);
    }
  };

  private static final String FOLDER = "over_seeds/";

  private final String tag;
  private final String title;

  SeedTag(String tag, String title) {
    this.tag = FOLDER + tag;
    this.title = title;
  }

  /** The figure, where the measurement has it and was taken in the course of training. */
  abstract Optional<Double> of(Measurement measurement);

  String title() {
    return title;
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

  private static Optional<Measurement.Reach> reach(Measurement measurement) {
    return measurement instanceof Measurement.Reach reach && reach.moment() != Moment.BEST
        ? Optional.of(reach)
        : Optional.empty();
  }

  private static double log10Ratio(List<Double> input) {
    return Math.log10(input.get(input.size() - 1) / input.get(1));
  }
}
