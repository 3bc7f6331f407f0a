package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inputmethod.reports.record.Measurement.Attention;

/** An {@link Attention} as JSON. */
final class AttentionJson {
  private AttentionJson() {}

  static ObjectNode write(Attention attention, ObjectNode into) {
    into.put("moment", attention.moment().word());
    ArrayNode examples = into.putArray("examples");
    attention.examples().forEach(examples::add);
    ArrayNode weights = into.putArray("weights");
    attention.weights().forEach(weights::add);
    return into;
  }

  static Attention read(int epoch, long step, Fields fields) {
    return new Attention(
        epoch,
        step,
        Moment.read(fields, step),
        fields.wholeNumbers("examples"),
        fields.numbers("weights"));
  }
}
