package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A {@link GradientSummary} as JSON. The best epoch's slope and decay stand among the other fields,
 * so that {@code gradient.halfLife} is a path.
 */
final class GradientJson {
  private GradientJson() {}

  static ObjectNode write(GradientSummary it, ObjectNode into) {
    into.put("contextLength", it.contextLength())
        .put("horizon", it.horizon())
        .put("examples", it.examples())
        .put("near", it.slope().map(Slope::near).orElse(null))
        .put("far", it.slope().map(Slope::far).orElse(null))
        .put("ratio", it.slope().map(Slope::ratio).orElse(null))
        .put("largest", it.slope().map(Slope::largest).orElse(null))
        .put("growth", it.slope().map(Slope::growth).orElse(null))
        .put("finite", it.slope().map(Slope::finite).orElse(null))
        .put("lowestRatio", it.ratioHistory().map(Interval::low).orElse(null))
        .put("highestRatio", it.ratioHistory().map(Interval::high).orElse(null))
        .put("halfLife", it.decay().map(Decay::halfLife).orElse(null))
        .put("halfLifeLow", halfLife(it).map(Interval::low).orElse(null))
        .put("halfLifeHigh", halfLife(it).map(Interval::high).orElse(null))
        .put("beyondContext", it.decay().map(of -> of.isBeyond(it.contextLength())).orElse(null))
        .put("factor", it.decay().map(Decay::factor).orElse(null))
        .put("rSquared", it.decay().map(Decay::rSquared).orElse(null))
        .put(
            "law",
            it.decay().map(of -> of.isPowerLawBetter() ? "power" : "exponential").orElse(null));
    into.set("decay", DecayJson.tree(it.decay(), into));
    into.set("initialDecay", DecayJson.tree(it.initialDecay(), into));
    into.set("initialSlope", slope(it.initialSlope(), into));
    return into.put("spectralRadius", it.spectralRadius().orElse(null))
        .put("lyapunov", it.lyapunov().orElse(null))
        .put("gateHalfLife", it.gateHalfLife().orElse(null))
        .put("clippedShare", it.clippedShare().orElse(null));
  }

  private static Optional<Interval> halfLife(GradientSummary it) {
    return it.decay().flatMap(Decay::halfLifeInterval);
  }

  private static JsonNode slope(Optional<Slope> slope, ObjectNode like) {
    if (slope.isEmpty()) {
      return like.nullNode();
    }
    Slope it = slope.get();
    return like.objectNode()
        .put("near", it.near())
        .put("far", it.far())
        .put("ratio", it.ratio())
        .put("largest", it.largest())
        .put("growth", it.growth())
        .put("finite", it.finite());
  }

  static GradientSummary read(Fields fields) {
    Optional<Double> low = fields.optionalNumber("lowestRatio");
    return new GradientSummary(
        fields.integer("contextLength"),
        fields.integer("horizon"),
        fields.wholeNumber("examples"),
        fields.optionalNumber("ratio").map(ratio -> readSlope(fields)),
        fields.optionalObject("initialSlope").map(GradientJson::readSlope),
        fields.optionalObject("decay").map(DecayJson::read),
        fields.optionalObject("initialDecay").map(DecayJson::read),
        low.map(it -> new Interval(it, fields.number("highestRatio"))),
        fields.optionalNumber("spectralRadius"),
        fields.optionalNumber("lyapunov"),
        fields.optionalNumber("gateHalfLife"),
        fields.optionalNumber("clippedShare"));
  }

  private static Slope readSlope(Fields fields) {
    return new Slope(
        fields.number("near"),
        fields.number("far"),
        fields.number("ratio"),
        fields.number("largest"),
        fields.number("growth"),
        fields.flag("finite"));
  }
}
