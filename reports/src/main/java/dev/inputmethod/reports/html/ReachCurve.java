package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.record.Measurement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a configuration's gradient falls with distance, over its seeds.
 *
 * @param trained at the best epoch
 * @param initial before the first step, if that was measured
 * @param fit of the trained curve, where a decay may be fitted
 */
record ReachCurve(OverSeeds trained, Optional<OverSeeds> initial, Optional<ReachFit> fit) {
  /** A distance with fewer real examples behind it is not drawn. */
  static final long LEAST_EXAMPLES = 100;

  /** At the embedded words: what compares configurations. */
  static Optional<ReachCurve> ofInput(List<Curves> seeds) {
    return of(seeds, reach -> Optional.of(reach.input()), true);
  }

  /** At hidden states, by a name such as {@code layer 2, forward}; the lowest layer first. */
  static Map<String, ReachCurve> ofHidden(List<Curves> seeds, boolean bidirectional) {
    Map<String, ReachCurve> byPlace = new LinkedHashMap<>();
    List<Measurement.HiddenReach> places =
        seeds.stream()
            .flatMap(seed -> seed.bestReach().stream())
            .findFirst()
            .map(Measurement.Reach::hidden)
            .orElse(List.of());
    int top = places.stream().mapToInt(Measurement.HiddenReach::layer).max().orElse(0);
    for (Measurement.HiddenReach place : places) {
      // Below a bidirectional layer the gradient comes from both ends: no decay to fit.
      boolean fitted =
          place.direction().equals("forward") && (!bidirectional || place.layer() == top);
      of(seeds, reach -> norms(reach, place), fitted)
          .ifPresent(curve -> byPlace.put(name(place), curve));
    }
    return byPlace;
  }

  static String name(Measurement.HiddenReach place) {
    return "layer " + place.layer() + ", " + place.direction();
  }

  private static Optional<List<Double>> norms(
      Measurement.Reach reach, Measurement.HiddenReach place) {
    return reach.hidden().stream()
        .filter(it -> it.layer() == place.layer() && it.direction().equals(place.direction()))
        .map(Measurement.HiddenReach::norms)
        .findFirst();
  }

  private static Optional<ReachCurve> of(
      List<Curves> seeds,
      Function<Measurement.Reach, Optional<List<Double>>> norms,
      boolean fitted) {
    Optional<OverSeeds> trained = over(seeds, Curves::bestReach, norms);
    Optional<OverSeeds> initial = over(seeds, Curves::initialReach, norms);
    return trained.map(
        curve ->
            new ReachCurve(curve, initial, fitted ? ReachFit.of(curve.mean()) : Optional.empty()));
  }

  private static Optional<OverSeeds> over(
      List<Curves> seeds,
      Function<Curves, Optional<Measurement.Reach>> when,
      Function<Measurement.Reach, Optional<List<Double>>> norms) {
    List<Points> lines = new ArrayList<>();
    for (Curves seed : seeds) {
      when.apply(seed)
          .ifPresent(reach -> norms.apply(reach).ifPresent(it -> lines.add(drawn(reach, it))));
    }
    OverSeeds curve = OverSeeds.ofLogarithms(lines);
    return curve.mean().isBlank() ? Optional.empty() : Optional.of(curve);
  }

  private static Points drawn(Measurement.Reach reach, List<Double> norms) {
    List<Integer> distances = new ArrayList<>();
    for (int d = 0; d < norms.size() && d < reach.examples().size(); d++) {
      if (reach.examples().get(d) >= LEAST_EXAMPLES) {
        distances.add(d);
      }
    }
    return new Points(
        distances.stream().mapToDouble(Integer::doubleValue).toArray(),
        distances.stream().mapToDouble(norms::get).toArray());
  }
}
