package dev.inputmethod.kernel;

/**
 * L2 norms summed in double precision, for numbers whose squares single precision cannot hold: the
 * square of a float below 2.6·10⁻²³ rounds to zero, that of one above 1.8·10¹⁹ to infinity.
 */
public final class WideNorm {
  /**
   * A square that single precision rounds to a subnormal number or to zero is wrong by 2⁻¹⁵⁰ at the
   * most, 2³¹ of them by 2⁻¹¹⁹: that is 2⁻²³ of this norm's square.
   */
  private static final double LEAST = 0x1p-48;

  private WideNorm() {}

  /** Whether a norm summed in single precision may have lost squares, and is to be taken again. */
  public static boolean isNeeded(double norm) {
    return norm < LEAST || norm == Double.POSITIVE_INFINITY;
  }

  /** √Σx² over n numbers. */
  static double of(Span numbers, int n) {
    return Math.sqrt(addSquares(0, numbers, n));
  }

  /** Σ x² over n numbers on top of a sum so far. */
  public static double addSquares(double sumSoFar, Span numbers, int n) {
    double squares = sumSoFar;
    for (int i = 0; i < n; i++) {
      double x = numbers.values()[numbers.at() + i];
      squares += x * x;
    }
    return squares;
  }
}
