package dev.inputmethod.reports.record;

import java.util.Locale;
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

  /** Below this share the decay is not exponential, and has no half-life to tell. */
  public static final double LEAST_R_SQUARED = 0.9;

  public Decay {
    Objects.requireNonNull(factorInterval, "factorInterval");
    Objects.requireNonNull(halfLifeInterval, "halfLifeInterval");
  }

  /** Which of the two foretells the far distances better from the near ones. */
  public boolean isPowerLawBetter() {
    return heldOutPowerError < heldOutError;
  }

  /** Whether the half-life is longer than the context, and so is told by none of its distances. */
  public boolean isBeyond(int contextLength) {
    return halfLife > contextLength;
  }

  /**
   * Whether there is a half-life to tell: of a decay that is exponential, or of none to be seen.
   */
  public boolean isShown(int contextLength) {
    return to - from + 1 >= LEAST_DISTANCES
        && (isBeyond(contextLength) || rSquared >= LEAST_R_SQUARED);
  }

  /** The half-life for a reader, in steps: {@code 1.93}, or {@code > 32} beyond the context. */
  public String shownHalfLife(int contextLength) {
    return isBeyond(contextLength)
        ? "> " + contextLength
        : String.format(Locale.ROOT, halfLife < 9.995 ? "%.2f" : "%.1f", halfLife);
  }
}
