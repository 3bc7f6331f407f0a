package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Points;
import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * A straight line through log g(d) = a − d/τ, by least squares.
 *
 * @param halfLife τ·ln 2, in words; negative where g grows with distance
 * @param rSquared share of the variance of log g that the line explains
 * @param distances drawn distances it rests on
 */
record ReachFit(double halfLife, double rSquared, int distances) {
  /** Fewer distances than this say nothing about a decay. */
  static final int LEAST_DISTANCES = 8;

  /** Below this the decay is not exponential, and has no half-life. */
  static final double LEAST_R_SQUARED = 0.9;

  /** None where fewer than three positive values exist. */
  static Optional<ReachFit> of(Points reach) {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < reach.size(); i++) {
      if (Double.isFinite(reach.y(i)) && reach.y(i) > 0) {
        line.addData(reach.x(i), Math.log(reach.y(i)));
      }
    }
    if (line.getN() < 3) {
      return Optional.empty();
    }
    double slope = line.getSlope();
    return Optional.of(new ReachFit(-Math.log(2) / slope, line.getRSquare(), (int) line.getN()));
  }

  /** Whether there are distances enough to judge a decay at all. */
  boolean isLongEnough() {
    return distances >= LEAST_DISTANCES;
  }

  /** Whether the half-life may be told in words. */
  boolean isTrustworthy() {
    return isLongEnough()
        && rSquared >= LEAST_R_SQUARED
        && halfLife > 0
        && Double.isFinite(halfLife);
  }
}
