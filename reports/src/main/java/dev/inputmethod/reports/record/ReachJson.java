package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.Reach;
import java.util.ArrayList;
import java.util.List;

/** A {@link Reach} as JSON. Records from before moments, intervals and fits lack those fields. */
final class ReachJson {
  private ReachJson() {}

  static ObjectNode write(Reach reach, ObjectNode into) {
    into.put("moment", reach.moment().word());
    ArrayNode examples = into.putArray("examples");
    reach.examples().forEach(examples::add);
    write("input", reach.input(), into);
    write("inputLow", reach.inputLow(), into);
    write("inputHigh", reach.inputHigh(), into);
    into.set("inputDecay", DecayJson.tree(reach.inputDecay(), into));
    ArrayNode hidden = into.putArray("hidden");
    for (HiddenReach each : reach.hidden()) {
      ObjectNode place =
          hidden.addObject().put("layer", each.layer()).put("direction", each.direction().word());
      write("norms", each.norms(), place);
      write("joint", each.joint(), place);
      place.set("decay", DecayJson.tree(each.decay(), place));
    }
    return into;
  }

  private static void write(String name, List<Double> numbers, ObjectNode into) {
    ArrayNode array = into.putArray(name);
    numbers.forEach(array::add);
  }

  static Reach read(int epoch, long step, Fields fields) {
    List<HiddenReach> hidden = new ArrayList<>();
    for (Fields each : fields.objects("hidden")) {
      hidden.add(
          new HiddenReach(
              each.integer("layer"),
              Direction.read(each),
              each.numbers("norms"),
              each.optionalNumbers("joint"),
              each.optionalObject("decay").map(DecayJson::read)));
    }
    return new Reach(
        epoch,
        step,
        Moment.read(fields, step),
        fields.wholeNumbers("examples"),
        fields.numbers("input"),
        fields.optionalNumbers("inputLow"),
        fields.optionalNumbers("inputHigh"),
        fields.optionalObject("inputDecay").map(DecayJson::read),
        hidden);
  }
}
