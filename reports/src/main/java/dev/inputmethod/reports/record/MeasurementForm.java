package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.record.Measurement.Epoch;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.Norms;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Measurement.Step;
import java.util.ArrayList;
import java.util.List;

/** A {@link Measurement} or a {@link Timing} as one JSON object. */
final class MeasurementForm {
  private MeasurementForm() {}

  static ObjectNode write(Measurement measurement, ObjectNode into) {
    if (measurement instanceof Step step) {
      return writeStep(step, into);
    }
    if (measurement instanceof Epoch epoch) {
      return head("epoch", epoch, into)
          .put("trainingLoss", epoch.trainingLoss())
          .put("validationCrossEntropy", epoch.validationCrossEntropy());
    }
    return writeReach((Reach) measurement, into);
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
    return into;
  }

  private static ObjectNode writeReach(Reach reach, ObjectNode into) {
    head("reach", reach, into);
    ArrayNode examples = into.putArray("examples");
    reach.examples().forEach(examples::add);
    ArrayNode input = into.putArray("input");
    reach.input().forEach(input::add);
    ArrayNode hidden = into.putArray("hidden");
    for (HiddenReach each : reach.hidden()) {
      ArrayNode norms =
          hidden
              .addObject()
              .put("layer", each.layer())
              .put("direction", each.direction())
              .putArray("norms");
      each.norms().forEach(norms::add);
    }
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
              fields.map("parameters", MeasurementForm::readNorms));
      case "epoch" ->
          new Epoch(
              epoch, step, fields.number("trainingLoss"), fields.number("validationCrossEntropy"));
      case "reach" -> readReach(epoch, step, fields);
      default ->
          throw fields.damaged("'kind' should be step, epoch or reach but is '" + kind + "'");
    };
  }

  private static Norms readNorms(Fields parameters, String name) {
    Fields norms = parameters.object(name);
    return new Norms(norms.number("gradient"), norms.number("update"), norms.number("value"));
  }

  private static Reach readReach(int epoch, long step, Fields fields) {
    List<HiddenReach> hidden = new ArrayList<>();
    for (Fields each : fields.objects("hidden")) {
      hidden.add(
          new HiddenReach(each.integer("layer"), each.text("direction"), each.numbers("norms")));
    }
    return new Reach(epoch, step, fields.wholeNumbers("examples"), fields.numbers("input"), hidden);
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
