package dev.inputmethod.reports.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A {@link GradientSummary} as JSON. The best epoch's reach and decay stand among the other fields,
 * so that {@code gradient.halfLife} is a path.
 */
final class GradientJson {
  private GradientJson() {}

  static ObjectNode write(GradientSummary it, ObjectNode into) {
    into.put("contextLength", it.contextLength())
        .put("horizon", it.horizon())
        .put("examples", it.examples())
        .put("near", it.reach().map(ReachSummary::near).orElse(null))
        .put("far", it.reach().map(ReachSummary::far).orElse(null))
        .put("ratio", it.reach().map(ReachSummary::ratio).orElse(null))
        .put("largest", it.reach().map(ReachSummary::largest).orElse(null))
        .put("growth", it.reach().map(ReachSummary::growth).orElse(null))
        .put("recurrentGrowth", it.reach().flatMap(ReachSummary::recurrentGrowth).orElse(null))
        .put("finite", it.reach().map(ReachSummary::finite).orElse(null))
        .put("lowestRatio", it.ratioHistory().map(Interval::low).orElse(null))
        .put("highestRatio", it.ratioHistory().map(Interval::high).orElse(null))
        .put("halfLife", it.decay().map(Decay::halfLife).orElse(null))
        .put("halfLifeLow", halfLife(it).map(Interval::low).orElse(null))
        .put("halfLifeHigh", halfLife(it).map(Interval::high).orElse(null))
        .put(
            "beyondContext",
            it.decay().map(of -> of.fitted(it.contextLength()).isBeyond()).orElse(null))
        .put("factor", it.decay().map(Decay::factor).orElse(null))
        .put("rSquared", it.decay().map(Decay::rSquared).orElse(null))
        .put(
            "law",
            it.decay()
                .filter(Decay::isLawKnown)
                .map(of -> of.isPowerLawBetter() ? "power" : "exponential")
                .orElse(null));
    into.set("decay", DecayJson.tree(it.decay(), into));
    into.set("initialDecay", DecayJson.tree(it.initialDecay(), into));
    into.set("initialSlope", reach(it.initialReach(), into));
    return into.put("spectralRadius", it.spectralRadius().orElse(null))
        .put("lyapunov", it.lyapunov().orElse(null))
        .put("gateHalfLife", it.gateHalfLife().orElse(null))
        .put("clippedShare", it.clippedShare().orElse(null));
  }

  private static Optional<Interval> halfLife(GradientSummary it) {
    return it.decay().flatMap(Decay::halfLifeInterval);
  }

  private static JsonNode reach(Optional<ReachSummary> reach, ObjectNode like) {
    if (reach.isEmpty()) {
      return like.nullNode();
    }
    ReachSummary it = reach.get();
    return like.objectNode()
        .put("near", it.near())
        .put("far", it.far())
        .put("ratio", it.ratio())
        .put("largest", it.largest())
        .put("growth", it.growth())
        .put("recurrentGrowth", it.recurrentGrowth().orElse(null))
        .put("finite", it.finite());
  }

  static GradientSummary read(Fields fields) {
    Optional<Double> low = fields.optionalNumber("lowestRatio");
    return new GradientSummary(
        fields.integer("contextLength"),
        fields.integer("horizon"),
        fields.wholeNumber("examples"),
        fields.optionalNumber("ratio").map(ratio -> readReach(fields)),
        fields.optionalObject("initialSlope").map(GradientJson::readReach),
        fields.optionalObject("decay").map(DecayJson::read),
        fields.optionalObject("initialDecay").map(DecayJson::read),
        low.map(it -> new Interval(it, fields.number("highestRatio"))),
        fields.optionalNumber("spectralRadius"),
        fields.optionalNumber("lyapunov"),
        fields.optionalNumber("gateHalfLife"),
        fields.optionalNumber("clippedShare"));
  }

  private static ReachSummary readReach(Fields fields) {
    return new ReachSummary(
        fields.number("near"),
        fields.number("far"),
        fields.number("ratio"),
        fields.number("largest"),
        fields.number("growth"),
        fields.optionalNumber("recurrentGrowth"),
        fields.flag("finite"));
  }
}
