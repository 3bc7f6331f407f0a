package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link Decay} as JSON. */
final class DecayJson {
  private DecayJson() {}

  /** Null where there is none. */
  static JsonNode tree(Optional<Decay> decay, ObjectNode like) {
    if (decay.isEmpty()) {
      return like.nullNode();
    }
    Decay it = decay.get();
    return like.objectNode()
        .put("from", it.from())
        .put("to", it.to())
        .put("factor", it.factor())
        .put("factorLow", low(it.factorInterval()))
        .put("factorHigh", high(it.factorInterval()))
        .put("halfLife", it.halfLife())
        .put("halfLifeLow", low(it.halfLifeInterval()))
        .put("halfLifeHigh", high(it.halfLifeInterval()))
        .put("rSquared", it.rSquared())
        .put("powerExponent", it.powerExponent())
        .put("heldOutError", it.heldOutError())
        .put("heldOutPowerError", it.heldOutPowerError());
  }

  private static @Nullable Double low(Optional<Interval> interval) {
    return interval.map(Interval::low).orElse(null);
  }

  private static @Nullable Double high(Optional<Interval> interval) {
    return interval.map(Interval::high).orElse(null);
  }

  static Decay read(Fields fields) {
    return new Decay(
        fields.integer("from"),
        fields.integer("to"),
        fields.number("factor"),
        fields.number("halfLife"),
        fields.number("rSquared"),
        interval(fields, "factor"),
        interval(fields, "halfLife"),
        fields.number("powerExponent"),
        fields.number("heldOutError"),
        fields.number("heldOutPowerError"));
  }

  private static Optional<Interval> interval(Fields fields, String name) {
    Optional<Double> high = fields.optionalNumber(name + "High");
    return fields
        .optionalNumber(name + "Low")
        .flatMap(low -> high.map(it -> new Interval(low, it)));
  }
}
