package dev.inputmethod.reports.record;

import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * The half-life of a fitted decay, and whether it is worth showing.
 *
 * @param steps τ·ln 2; infinite where g does not fall
 * @param rSquared share of the variance of ln g that the line explains
 * @param distances that the line rests on
 * @param contextLength T, steps
 */
public record FittedHalfLife(double steps, double rSquared, int distances, int contextLength) {

  /**
   * Whether the line does not halve within the context, so that no distance tells how long it is.
   */
  public boolean isBeyond() {
    return steps > contextLength;
  }

  /** Whether there are distances enough to judge a decay at all. */
  public boolean isLongEnough() {
    return distances >= Decay.LEAST_DISTANCES;
  }

  /** Whether the decay is exponential: near enough to the line that was fitted to it. */
  public boolean isLine() {
    return rSquared >= Decay.LEAST_R_SQUARED;
  }

  /**
   * Whether it is shown: over distances enough, where the decay is exponential, or where the line
   * does not halve within the context, whatever its R², which is small of a level curve.
   */
  public boolean isShown() {
    return isLongEnough() && (isBeyond() || isLine());
  }

  /** The steps, at most the context's length. */
  public double capped() {
    return Math.min(steps, contextLength);
  }

  /** For a reader, in plain ASCII: {@code 1.93}, or {@code > 32} beyond the context. */
  public String text() {
    return text(FittedHalfLife::plain);
  }

  /** Steps in plain ASCII: {@code 1.93}. */
  public static String plain(double steps) {
    return String.format(Locale.ROOT, steps < 9.995 ? "%.2f" : "%.1f", steps);
  }

  /** The same in the reader's own digits. */
  public String text(DoubleFunction<String> digits) {
    return text(steps, digits);
  }

  /** An end of an interval of the half-life, likewise. */
  public String text(double value, DoubleFunction<String> digits) {
    return value > contextLength ? "> " + contextLength : digits.apply(value);
  }
}
