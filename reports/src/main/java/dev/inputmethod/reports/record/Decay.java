package dev.inputmethod.reports.record;

import java.util.Objects;
import java.util.Optional;

/**
 * How a reach curve g falls with the number of steps d: the least-squares line ln g(d) = a − d/τ
 * over the distances from {@code from} to {@code to}, with the power law g ∝ d^(−α) beside it.
 *
 * @param from the nearest distance that was fitted, 1
 * @param to the farthest; less than the context where g fell below what numbers can hold
 * @param factor e^(−1/τ), by which g is multiplied each step
 * @param halfLife τ·ln 2, steps; infinite where g does not fall
 * @param rSquared share of the variance of ln g that the line explains
 * @param factorInterval 95 % of the bootstrap over probe examples; empty where there was none
 * @param halfLifeInterval likewise
 * @param powerExponent α
 * @param heldOutError root mean square error of the line in ln g, over the farthest third of the
 *     distances, of a fit to the others; not a number where there are too few
 * @param heldOutPowerError the same of the power law
 */
public record Decay(
    int from,
    int to,
    double factor,
    double halfLife,
    double rSquared,
    Optional<Interval> factorInterval,
    Optional<Interval> halfLifeInterval,
    double powerExponent,
    double heldOutError,
    double heldOutPowerError) {
  /** Fewer distances than this say nothing about a decay. */
  public static final int LEAST_DISTANCES = 8;

  /** Below this the decay is not exponential, and its half-life is not shown. */
  public static final double LEAST_R_SQUARED = 0.9;

  public Decay {
    Objects.requireNonNull(factorInterval, "factorInterval");
    Objects.requireNonNull(halfLifeInterval, "halfLifeInterval");
  }

  /** Whether the power law predicts the far distances better from the near ones than the line. */
  public boolean isPowerLawBetter() {
    return heldOutPowerError < heldOutError;
  }

  /** Whether there were distances enough to compare the two. */
  public boolean isLawKnown() {
    return Double.isFinite(heldOutError) && Double.isFinite(heldOutPowerError);
  }

  /** The half-life with what decides whether it is shown in a context of this length. */
  public FittedHalfLife fitted(int contextLength) {
    return new FittedHalfLife(halfLife, rSquared, to - from + 1, contextLength);
  }
}
