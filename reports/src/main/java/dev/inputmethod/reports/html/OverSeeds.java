package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.comparison.Statistic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Several seeds' lines as one: at each x the mean of the seeds that have a value there, and one
 * sample standard deviation around it.
 *
 * @param mean the mean line
 * @param band its spread, where at least two seeds have values
 */
record OverSeeds(Points mean, Optional<Line.Band> band) {
  /** Of values as they are. */
  static OverSeeds ofValues(List<Points> seeds) {
    return of(seeds, false);
  }

  /**
   * Of values on a log axis: geometric mean and a factor around it. Values that are not positive do
   * not count.
   */
  static OverSeeds ofLogarithms(List<Points> seeds) {
    return of(seeds, true);
  }

  /** Without the spread. */
  OverSeeds alone() {
    return new OverSeeds(mean, Optional.empty());
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

  private static OverSeeds of(List<Points> seeds, boolean log) {
    Map<Double, List<Double>> byX = new TreeMap<>();
    for (Points seed : seeds) {
      for (int i = 0; i < seed.size(); i++) {
        List<Double> values = byX.computeIfAbsent(seed.x(i), unseen -> new ArrayList<>());
        double value = seed.y(i);
        if (Double.isFinite(value) && (!log || value > 0)) {
          values.add(log ? Math.log(value) : value);
        }
      }
    }
    return ofGrouped(byX, log, vanished(seeds, log));
  }

  /** Where seeds have exactly zero and none is above, a log axis shows zero rather than nothing. */
  private static Set<Double> vanished(List<Points> seeds, boolean log) {
    Set<Double> zeros = new HashSet<>();
    for (Points seed : seeds) {
      for (int i = 0; log && i < seed.size(); i++) {
        if (seed.y(i) == 0) {
          zeros.add(seed.x(i));
        }
      }
    }
    return zeros;
  }

  private static OverSeeds ofGrouped(
      Map<Double, List<Double>> byX, boolean log, Set<Double> zeros) {
    int n = byX.size();
    double[] x = new double[n];
    double[][] edges = new double[3][n];
    boolean spread = false;
    int i = 0;
    for (Map.Entry<Double, List<Double>> at : byX.entrySet()) {
      x[i] = at.getKey();
      Optional<Statistic> statistic = Statistic.of(at.getValue());
      double mean = statistic.map(Statistic::mean).orElse(Double.NaN);
      double deviation = statistic.flatMap(Statistic::deviation).orElse(0.0);
      spread |= at.getValue().size() > 1;
      double gone = zeros.contains(at.getKey()) ? 0 : Double.NaN;
      for (int edge = 0; edge < 3; edge++) {
        double value = mean + (edge - 1) * deviation;
        edges[edge][i] = at.getValue().isEmpty() ? gone : log ? Math.exp(value) : value;
      }
      i++;
    }
    Optional<Line.Band> band =
        spread
            ? Optional.of(new Line.Band(new Points(x, edges[0]), new Points(x, edges[2])))
            : Optional.empty();
    return new OverSeeds(new Points(x, edges[1]), band);
  }
}
