package dev.inputmethod.reports.chart;

/**
 * One axis of a picture; pictures that share an axis can be compared by eye. Every axis has finite
 * ends, the lower below the upper, whatever values it was made from.
 *
 * @param label what is drawn, with its unit
 * @param lower value at the left or the bottom
 * @param upper value at the right or the top
 * @param log whether equal ratios are equally far apart
 * @param whole whether only whole numbers are ticked
 */
public record Axis(String label, double lower, double upper, boolean log, boolean whole) {
  /**
   * A log axis spans at least this factor, so that a healthy curve does not look as if it vanished.
   */
  public static final double LEAST_LOG_SPAN = 1e4;

  /** A log axis never reaches below this; smaller values are drawn on its floor. */
  public static final double LEAST_FLOOR = 1e-16;

  public Axis {
    if (!(lower < upper)
        || !Double.isFinite(lower)
        || !Double.isFinite(upper)
        || (log && lower <= 0)) {
      throw new IllegalArgumentException("an axis from " + lower + " to " + upper);
    }
  }

  /** From the smallest to the largest finite value, with a little air; 0 to 1 if there is none. */
  public static Axis linear(String label, double... values) {
    double lower = Double.POSITIVE_INFINITY;
    double upper = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (Double.isFinite(value)) {
        lower = Math.min(lower, value);
        upper = Math.max(upper, value);
      }
    }
    if (lower > upper) {
      return new Axis(label, 0, 1, false, false);
    }
    double air = upper > lower ? 0.04 * (upper - lower) : Math.max(Math.abs(upper) * 0.05, 1e-9);
    return new Axis(label, lower - air, upper + air, false, false);
  }

  /** Of whole numbers, from exactly one end to the other; wider if they are equal. */
  public static Axis whole(String label, double lower, double upper) {
    return new Axis(label, lower, upper > lower ? upper : lower + 1, false, true);
  }

  /**
   * Whole decades around the positive finite values. Other values do not count; zero and negative
   * ones are drawn on the {@link #lower() floor}.
   */
  public static Axis log(String label, double... values) {
    double lower = Double.POSITIVE_INFINITY;
    double upper = 0;
    for (double value : values) {
      if (Double.isFinite(value) && value > 0) {
        lower = Math.min(lower, value);
        upper = Math.max(upper, value);
      }
    }
    if (upper == 0) {
      return new Axis(label, 1 / LEAST_LOG_SPAN, 1, true, false);
    }
    double top = Math.pow(10, Math.ceil(Math.log10(upper)));
    double bottom = Math.pow(10, Math.floor(Math.log10(lower)));
    top = Double.isFinite(top) ? Math.max(top, LEAST_FLOOR * LEAST_LOG_SPAN) : Double.MAX_VALUE;
    return new Axis(
        label, Math.max(LEAST_FLOOR, Math.min(bottom, top / LEAST_LOG_SPAN)), top, true, false);
  }

  /** The same axis under another name. */
  public Axis named(String name) {
    return new Axis(name, lower, upper, log, whole);
  }

  /** An axis long enough for this one and the other of its kind. */
  public Axis with(Axis other) {
    return new Axis(label, Math.min(lower, other.lower), Math.max(upper, other.upper), log, whole);
  }

  /** The value moved onto the axis; NaN stays NaN. */
  double clamp(double value) {
    return Double.isNaN(value) ? value : Math.min(upper, Math.max(lower, value));
  }

  /** Where the value lies on an even scale: itself, or its decimal logarithm. */
  double scaled(double value) {
    return log ? Math.log10(value) : value;
  }
}
