package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Line;
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
 */
record ReachCurve(OverSeeds trained, Optional<OverSeeds> initial) {

  /** At the embedded words: what compares configurations. */
  static Optional<ReachCurve> ofInput(List<Curves> seeds) {
    return of(seeds, ReachCurve::input);
  }

  /** The same divided by each seed's own g(1): how much of it is left. */
  static Optional<ReachCurve> ofRelativeInput(List<Curves> seeds) {
    return of(seeds, reach -> input(reach).map(Norms::relative));
  }

  /**
   * At the states, h and of an LSTM (h, c), by a name such as {@code layer 2, forward}; the lowest
   * layer first.
   */
  static Map<String, ReachCurve> ofHidden(List<Curves> seeds) {
    Map<String, ReachCurve> byPlace = new LinkedHashMap<>();
    List<Measurement.HiddenReach> places =
        seeds.stream()
            .flatMap(seed -> seed.bestReach().stream())
            .findFirst()
            .map(Measurement.Reach::hidden)
            .orElse(List.of());
    for (Measurement.HiddenReach place : places) {
      of(seeds, reach -> state(reach, place)).ifPresent(curve -> byPlace.put(name(place), curve));
    }
    return byPlace;
  }

  static String name(Measurement.HiddenReach place) {
    return "layer " + place.layer() + ", " + place.direction().word();
  }

  private static Optional<Norms> input(Measurement.Reach reach) {
    return Optional.of(new Norms(reach.input(), reach.inputLow(), reach.inputHigh()));
  }

  private static Optional<Norms> state(Measurement.Reach reach, Measurement.HiddenReach place) {
    return reach.hidden().stream()
        .filter(it -> it.layer() == place.layer() && it.direction() == place.direction())
        .map(it -> new Norms(it.state(), List.of(), List.of()))
        .findFirst();
  }

  private static Optional<ReachCurve> of(
      List<Curves> seeds, Function<Measurement.Reach, Optional<Norms>> norms) {
    Optional<OverSeeds> trained = over(seeds, Curves::bestReach, norms);
    Optional<OverSeeds> initial = over(seeds, Curves::initialReach, norms);
    return trained.map(curve -> new ReachCurve(curve, initial));
  }

  private static Optional<OverSeeds> over(
      List<Curves> seeds,
      Function<Curves, Optional<Measurement.Reach>> when,
      Function<Measurement.Reach, Optional<Norms>> norms) {
    List<Points> lines = new ArrayList<>();
    Optional<Line.Band> bootstrap = Optional.empty();
    for (Curves seed : seeds) {
      Optional<Measurement.Reach> reach = when.apply(seed);
      Optional<Norms> its = reach.flatMap(norms);
      if (reach.isPresent() && its.isPresent()) {
        lines.add(drawn(reach.get().examples(), its.get().mean()));
        bootstrap = band(reach.get(), its.get());
      }
    }
    OverSeeds curve = OverSeeds.ofLogarithms(lines);
    OverSeeds banded = lines.size() == 1 ? new OverSeeds(curve.mean(), bootstrap) : curve;
    return curve.mean().isBlank() ? Optional.empty() : Optional.of(banded);
  }

  private static Optional<Line.Band> band(Measurement.Reach reach, Norms norms) {
    return norms.low().isEmpty() || norms.high().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Line.Band(
                drawn(reach.examples(), norms.low()), drawn(reach.examples(), norms.high())));
  }

  /** What was measured over distance, where enough examples are behind it. */
  static Points drawn(List<Long> examples, List<Double> byDistance) {
    List<Integer> distances = new ArrayList<>();
    for (int d = 0; d < byDistance.size() && d < examples.size(); d++) {
      if (examples.get(d) >= Measurement.LEAST_EXAMPLES) {
        distances.add(d);
      }
    }
    return new Points(
        distances.stream().mapToDouble(Integer::doubleValue).toArray(),
        distances.stream().mapToDouble(byDistance::get).toArray());
  }

  /** A curve with the bootstrap's interval, which is empty where there was none. */
  private record Norms(List<Double> mean, List<Double> low, List<Double> high) {
    Norms relative() {
      double near = mean.size() > 1 ? mean.get(1) : Double.NaN;
      return new Norms(over(mean, near), over(low, near), over(high, near));
    }

    private static List<Double> over(List<Double> curve, double near) {
      return curve.stream().map(norm -> norm == 0 ? norm : Double.valueOf(norm / near)).toList();
    }
  }
}
