package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.comparison.Statistic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Several seeds' lines as one: at each x the mean of the seeds that have a value there, and one
 * sample standard deviation around it.
 *
 * @param mean the mean line
 * @param band its spread, where at least two seeds have values
 */
record OverSeeds(Points mean, Optional<Line.Band> band) {
  private static final double BEYOND = 10;

  /** Arithmetic means; values that are not finite do not count. */
  static OverSeeds ofValues(List<Points> seeds) {
    return of(seeds, false);
  }

  /**
   * Geometric means, for a log axis, and a factor around them; negative values and those that are
   * not finite do not count. Where a seed is exactly zero the mean is zero, as a geometric mean is,
   * and the band reaches up to the largest seed: leaving zeros out would show the survivors only.
   */
  static OverSeeds ofLogarithms(List<Points> seeds) {
    return of(seeds, true);
  }

  /** Without the spread. */
  OverSeeds alone() {
    return new OverSeeds(mean, Optional.empty());
  }

  /** All heights of the line and of its band's edges that are finite numbers. */
  DoubleStream heights() {
    return DoubleStream.concat(
        mean.finite(),
        band.stream()
            .flatMap(edges -> Stream.of(edges.low(), edges.high()))
            .flatMapToDouble(Points::finite));
  }

  /**
   * The heights that a log axis has to hold: bands count up to a factor of ten beyond the line, and
   * are cut off where they go farther, since the deviation of one vanished seed spans decades.
   */
  DoubleStream logHeights() {
    double least = mean.finite().filter(height -> height > 0).min().orElse(0) / BEYOND;
    double most = mean.finite().max().orElse(0) * BEYOND;
    return most > 0
        ? heights().filter(it -> it > 0).map(it -> Math.max(least, Math.min(most, it)))
        : heights();
  }

  /** As many points as {@code columns} of pixels can show. */
  OverSeeds thinned(int columns) {
    return new OverSeeds(
        mean.thinned(columns),
        band.map(
            edges ->
                new Line.Band(
                    edges.low().thinned(columns / 2), edges.high().thinned(columns / 2))));
  }

  /** Whether the mean is zero at some x where only some of the seeds are. */
  boolean isZeroOfSomeSeeds() {
    return band.map(Line.Band::high).map(this::isAboveZero).orElse(false);
  }

  private boolean isAboveZero(Points high) {
    int at = 0;
    for (int i = 0; i < mean.size(); i++) {
      while (at < high.size() && high.x(at) < mean.x(i)) {
        at++;
      }
      if (mean.y(i) == 0 && at < high.size() && high.x(at) == mean.x(i) && high.y(at) > 0) {
        return true;
      }
    }
    return false;
  }

  private static OverSeeds of(List<Points> seeds, boolean log) {
    Map<Double, List<Double>> byX = new TreeMap<>();
    for (Points seed : seeds) {
      for (int i = 0; i < seed.size(); i++) {
        List<Double> values = byX.computeIfAbsent(seed.x(i), unseen -> new ArrayList<>());
        if (Double.isFinite(seed.y(i)) && (!log || seed.y(i) >= 0)) {
          values.add(seed.y(i));
        }
      }
    }
    List<Spread> spreads = byX.values().stream().map(values -> Spread.of(values, log)).toList();
    double[] x = byX.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    Points mean = new Points(x, spreads.stream().mapToDouble(Spread::mean).toArray());
    boolean isSpread = byX.values().stream().anyMatch(values -> values.size() > 1);
    return new OverSeeds(mean, isSpread ? Optional.of(band(x, spreads)) : Optional.empty());
  }

  private static Line.Band band(double[] x, List<Spread> spreads) {
    return new Line.Band(
        new Points(x, spreads.stream().mapToDouble(Spread::low).toArray()),
        new Points(x, spreads.stream().mapToDouble(Spread::high).toArray()));
  }

  /** The seeds' mean at one x, with the edges of its band. */
  private record Spread(double low, double mean, double high) {
    static Spread of(List<Double> values, boolean log) {
      if (values.isEmpty()) {
        return new Spread(Double.NaN, Double.NaN, Double.NaN);
      }
      if (values.size() == 1) {
        return new Spread(values.get(0), values.get(0), values.get(0));
      }
      if (log && values.contains(0.0)) {
        return new Spread(0, 0, Collections.max(values));
      }
      List<Double> even = log ? values.stream().map(Math::log).toList() : values;
      Statistic over = Statistic.of(even).orElseThrow();
      double deviation = over.deviation().orElse(0.0);
      Spread spread = new Spread(over.mean() - deviation, over.mean(), over.mean() + deviation);
      return log ? spread.exp() : spread;
    }

    private Spread exp() {
      return new Spread(Math.exp(low), Math.exp(mean), Math.exp(high));
    }
  }
}
