package dev.inputmethod.reports.html;

import dev.inputmethod.reports.html.ProbeCurves.ReachAt;
import dev.inputmethod.reports.record.Measurement;
import java.util.Optional;
import java.util.stream.IntStream;

/** One measurement of reach as a column of a heat map: g(d)/g(1) for each distance d from 1 on. */
record RelativeColumn(ReachAt reach) {

  long step() {
    return reach.step();
  }

  /** The distances from 0 on that have enough contexts behind them. */
  int distances() {
    return Math.min(reach.norms().size(), Measurement.shownDistances(reach.examples()));
  }

  double ratio(int distance) {
    double norm = reach.norms().get(distance);
    double near = reach.norms().get(1);
    return norm == 0 && Double.isFinite(near) ? 0 : norm / near;
  }

  /** Whether a ratio is NaN or infinite, as in a trial that has diverged. */
  boolean isBroken() {
    return IntStream.range(1, distances()).anyMatch(d -> !Double.isFinite(ratio(d)));
  }

  /** Whether less than the threshold is left at some distance. */
  boolean isBelowSomewhere(double threshold) {
    return IntStream.range(1, distances()).anyMatch(d -> ratio(d) < threshold);
  }

  /** The distance from which on less than the threshold is left at every distance; may be none. */
  Optional<Integer> belowFrom(double threshold) {
    int from = distances();
    while (from > 1 && ratio(from - 1) < threshold) {
      from--;
    }
    return from < distances() ? Optional.of(from) : Optional.empty();
  }
}
