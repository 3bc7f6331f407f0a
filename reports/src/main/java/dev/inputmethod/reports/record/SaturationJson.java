package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.record.Measurement.GateShares;
import dev.inputmethod.reports.record.Measurement.PlaceSaturation;
import dev.inputmethod.reports.record.Measurement.Saturation;
import java.util.ArrayList;
import java.util.List;

/** A {@link Saturation} as JSON. */
final class SaturationJson {
  private SaturationJson() {}

  static ObjectNode write(Saturation saturation, ObjectNode into) {
    into.put("moment", saturation.moment().word());
    ArrayNode places = into.putArray("places");
    for (PlaceSaturation place : saturation.places()) {
      ObjectNode node =
          places.addObject().put("layer", place.layer()).put("direction", place.direction().word());
      ObjectNode gates = node.putObject("gates");
      place
          .gates()
          .forEach(
              (name, gate) ->
                  gates
                      .putObject(name)
                      .put("closed", gate.closed())
                      .put("open", gate.open())
                      .put("mean", gate.mean()));
      ObjectNode beyond = node.putObject("tanhBeyond");
      place.tanhBeyond().forEach(beyond::put);
      node.put("deadUnits", place.deadUnits().orElse(null))
          .put("gateHalfLife", place.gateHalfLife().orElse(null));
    }
    return into;
  }

  static Saturation read(int epoch, long step, Fields fields) {
    List<PlaceSaturation> places = new ArrayList<>();
    for (Fields place : fields.objects("places")) {
      places.add(
          new PlaceSaturation(
              place.integer("layer"),
              Direction.read(place),
              place.map("gates", SaturationJson::readGate),
              place.map("tanhBeyond", Fields::number),
              place.optionalNumber("deadUnits"),
              place.optionalNumber("gateHalfLife")));
    }
    return new Saturation(epoch, step, Moment.read(fields, step), places);
  }

  private static GateShares readGate(Fields gates, String name) {
    Fields gate = gates.object(name);
    return new GateShares(gate.number("closed"), gate.number("open"), gate.number("mean"));
  }
}
