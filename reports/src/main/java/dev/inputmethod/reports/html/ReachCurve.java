package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.record.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a configuration's gradient falls with distance, over its seeds.
 *
 * @param trained with the parameters that are judged
 * @param initial before the first step, if that was measured
 * @param seeds how many are behind {@code trained}; with one, its band, if any, is a bootstrap's
 */
record ReachCurve(OverSeeds trained, Optional<OverSeeds> initial, int seeds) {

  /** At the embedded words: this is what compares configurations. */
  static Optional<ReachCurve> ofInput(List<Curves> seeds) {
    return of(seeds, reach -> Optional.of(input(reach)));
  }

  /** The same divided by each seed's own g(1): how much of it is left. */
  static Optional<ReachCurve> ofRelativeInput(List<Curves> seeds) {
    return of(seeds, reach -> Optional.of(input(reach).relative()));
  }

  private static Norms input(Measurement.Reach reach) {
    return new Norms(reach.input(), reach.inputLow(), reach.inputHigh());
  }

  /**
   * Empty where no seed has a value that can be drawn.
   *
   * @param norms of one measurement; empty where it has none of them
   */
  static Optional<ReachCurve> of(
      List<Curves> seeds, Function<Measurement.Reach, Optional<Norms>> norms) {
    List<OneSeed> trained = each(seeds, Curves::bestReach, norms);
    List<OneSeed> initial = each(seeds, Curves::initialReach, norms);
    return over(trained).map(curve -> new ReachCurve(curve, over(initial), trained.size()));
  }

  private static List<OneSeed> each(
      List<Curves> seeds,
      Function<Curves, Optional<Measurement.Reach>> when,
      Function<Measurement.Reach, Optional<Norms>> norms) {
    List<OneSeed> each = new ArrayList<>();
    for (Curves seed : seeds) {
      Optional<Measurement.Reach> reach = when.apply(seed);
      reach.flatMap(norms).ifPresent(its -> each.add(OneSeed.of(reach.get().examples(), its)));
    }
    return each;
  }

  private static Optional<OverSeeds> over(List<OneSeed> seeds) {
    OverSeeds curve = OverSeeds.ofLogarithms(seeds.stream().map(OneSeed::mean).toList());
    if (curve.mean().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        seeds.size() == 1 ? new OverSeeds(curve.mean(), seeds.get(0).bootstrap()) : curve);
  }

  /** What was measured over distance, where enough contexts are behind it. */
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

  /** The curve of one seed, with the bootstrap's interval where there was one. */
  private record OneSeed(Points mean, Optional<Line.Band> bootstrap) {
    static OneSeed of(List<Long> examples, Norms norms) {
      Optional<Line.Band> band =
          norms.low().isEmpty() || norms.high().isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Line.Band(drawn(examples, norms.low()), drawn(examples, norms.high())));
      return new OneSeed(drawn(examples, norms.mean()), band);
    }
  }

  /** A curve with the bootstrap's interval, which is empty where there was none. */
  record Norms(List<Double> mean, List<Double> low, List<Double> high) {
    static Norms of(List<Double> mean) {
      return new Norms(mean, List.of(), List.of());
    }

    /**
     * Divided by the value one step back. The bootstrap's interval is of g(d) alone: divided by
     * g(1) its ends would not be those of the ratio, whose two parts vary together.
     */
    Norms relative() {
      double near = mean.size() > 1 ? mean.get(1) : Double.NaN;
      return of(mean.stream().map(norm -> norm == 0 ? norm : Double.valueOf(norm / near)).toList());
    }
  }
}
