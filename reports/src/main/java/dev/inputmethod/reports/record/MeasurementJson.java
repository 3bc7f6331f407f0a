package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.record.Measurement.Attention;
import dev.inputmethod.reports.record.Measurement.Epoch;
import dev.inputmethod.reports.record.Measurement.Norms;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Measurement.Saturation;
import dev.inputmethod.reports.record.Measurement.Spectra;
import dev.inputmethod.reports.record.Measurement.Step;
import org.jspecify.annotations.Nullable;

/** A {@link Measurement} or a {@link Timing} as one JSON object. */
final class MeasurementJson {
  private MeasurementJson() {}

  static ObjectNode write(Measurement measurement, ObjectNode into) {
    if (measurement instanceof Step step) {
      return writeStep(step, into);
    }
    if (measurement instanceof Epoch epoch) {
      return head("epoch", epoch, into)
          .put("trainingLoss", epoch.trainingLoss())
          .put("validationCrossEntropy", loss(epoch, Metrics.CROSS_ENTROPY))
          .put("validationMeanSquaredError", loss(epoch, Metrics.MEAN_SQUARED_ERROR));
    }
    if (measurement instanceof Spectra spectra) {
      return SpectraJson.write(spectra, head("spectra", spectra, into));
    }
    if (measurement instanceof Saturation saturation) {
      return SaturationJson.write(saturation, head("saturation", saturation, into));
    }
    if (measurement instanceof Attention attention) {
      return AttentionJson.write(attention, head("attention", attention, into));
    }
    return ReachJson.write((Reach) measurement, head("reach", measurement, into));
  }

  /** The validation loss if it is this metric; else null. */
  private static @Nullable Double loss(Epoch epoch, String metric) {
    return epoch.lossMetric().equals(metric) ? epoch.validationLoss() : null;
  }

  private static ObjectNode head(String kind, Measurement measurement, ObjectNode into) {
    return into.put("kind", kind).put("epoch", measurement.epoch()).put("step", measurement.step());
  }

  private static ObjectNode writeStep(Step step, ObjectNode into) {
    head("step", step, into)
        .put("trainingLoss", step.trainingLoss())
        .put("globalNorm", step.globalNorm());
    ObjectNode parameters = into.putObject("parameters");
    step.parameters()
        .forEach(
            (name, norms) ->
                parameters
                    .putObject(name)
                    .put("gradient", norms.gradient())
                    .put("update", norms.update())
                    .put("value", norms.value()));
    into.put("clippedShare", step.clippedShare().orElse(null));
    return into;
  }

  static Measurement read(Fields fields) {
    String kind = fields.text("kind");
    int epoch = fields.integer("epoch");
    long step = fields.wholeNumber("step");
    return switch (kind) {
      case "step" ->
          new Step(
              epoch,
              step,
              fields.number("trainingLoss"),
              fields.number("globalNorm"),
              fields.map("parameters", MeasurementJson::readNorms),
              fields.optionalNumber("clippedShare"));
      case "epoch" ->
          fields
              .optionalNumber("validationMeanSquaredError")
              .map(
                  error ->
                      new Epoch(
                          epoch,
                          step,
                          fields.number("trainingLoss"),
                          error,
                          Metrics.MEAN_SQUARED_ERROR))
              .orElseGet(
                  () ->
                      new Epoch(
                          epoch,
                          step,
                          fields.number("trainingLoss"),
                          fields.number("validationCrossEntropy")));
      case "reach" -> ReachJson.read(epoch, step, fields);
      case "spectra" -> SpectraJson.read(epoch, step, fields);
      case "saturation" -> SaturationJson.read(epoch, step, fields);
      case "attention" -> AttentionJson.read(epoch, step, fields);
      default ->
          throw fields.damaged(
              "'kind' should be step, epoch, reach, spectra, saturation or attention but is '"
                  + kind
                  + "'");
    };
  }

  private static Norms readNorms(Fields parameters, String name) {
    Fields norms = parameters.object(name);
    return new Norms(norms.number("gradient"), norms.number("update"), norms.number("value"));
  }

  static ObjectNode write(Timing timing, ObjectNode into) {
    return into.put("epoch", timing.epoch())
        .put("step", timing.step())
        .put("seconds", timing.seconds())
        .put("targetsPerSecond", timing.targetsPerSecond());
  }

  static Timing readTiming(Fields fields) {
    return new Timing(
        fields.integer("epoch"),
        fields.wholeNumber("step"),
        fields.number("seconds"),
        fields.number("targetsPerSecond"));
  }
}
