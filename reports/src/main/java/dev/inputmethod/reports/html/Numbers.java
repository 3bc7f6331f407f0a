package dev.inputmethod.reports.html;

import dev.inputmethod.reports.comparison.Statistic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Formats figures for a reader: few digits, a true minus, thin spaces between thousands, the same
 * in every locale.
 */
final class Numbers {
  private static final String DASH = "–";

  /** Larger numbers are written with a power of ten. */
  private static final double MOST_SPELLED_OUT = 1e9;

  private Numbers() {}

  /** With a fixed number of decimals; a dash if it is not a number. */
  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? DASH : value > 0 ? "∞" : "−∞";
    }
    if (Math.abs(value) >= MOST_SPELLED_OUT) {
      return power(value);
    }
    return String.format(Locale.ROOT, "%,." + decimals + "f", value)
        .replace(',', '\u202f')
        .replace('-', '−');
  }

  /** Rounded down, so that what misses a bound is not shown as reaching it. */
  static String down(double value, int decimals) {
    return Double.isFinite(value)
        ? fixed(
            new BigDecimal(value).setScale(decimals, RoundingMode.FLOOR).doubleValue(), decimals)
        : fixed(value, decimals);
  }

  /** With a fixed number of decimals, or less than the smallest they can show. */
  static String atLeast(double value, int decimals) {
    String text = fixed(value, decimals);
    boolean vanished = value > 0 && text.equals(fixed(0, decimals));
    return vanished ? "<" + fixed(Math.pow(10, -decimals), decimals) : text;
  }

  /** With three significant digits or as many as stand before the point. */
  static String short3(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size >= 1e6 || size < 1e-3) && Double.isFinite(value)) {
      return String.format(Locale.ROOT, "%.1e", value).replace('-', '−');
    }
    return fixed(value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
  }

  /** With two significant digits or as many as stand before the point. */
  static String short2(double value) {
    double size = Math.abs(value);
    return fixed(value, size >= 10 ? 0 : size >= 1 ? 1 : 2);
  }

  /** With two significant digits and a power of ten: {@code 2.1·10⁻⁵}; plain from 0.01 to 1000. */
  static String power(double value) {
    double size = Math.abs(value);
    if (size == 0 || !Double.isFinite(value) || (size >= 0.01 && size < 1000)) {
      return size == 0 ? "0" : short2(value);
    }
    String[] parts = String.format(Locale.ROOT, "%.1e", value).split("e", -1);
    StringBuilder text = new StringBuilder();
    String mantissa = parts[0].replace(".0", "").replace('-', '−');
    text.append(mantissa.equals("1") ? "" : mantissa + "·").append("10");
    for (char digit : Integer.toString(Integer.parseInt(parts[1])).toCharArray()) {
      text.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return text.toString();
  }

  /** A factor with two significant digits: {@code 2 100}; beyond a million as a power of ten. */
  static String times(double factor) {
    if (!(factor >= 100 && factor < 1e6)) {
      return power(factor);
    }
    return whole(new BigDecimal(factor).round(new MathContext(2)).longValue());
  }

  static String whole(long value) {
    return fixed((double) value, 0);
  }

  static String percent(double share) {
    return fixed(share * 100, 1) + " %";
  }

  /** Mean ± sample standard deviation, or the mean alone where there is none. */
  static String meanAndDeviation(Statistic statistic) {
    int decimals = decimals(statistic);
    return fixed(statistic.mean(), decimals)
        + statistic.deviation().map(it -> " ± " + fixed(it, decimals)).orElse("");
  }

  /** So many decimals that a deviation shows two digits. */
  static int decimals(Statistic statistic) {
    double deviation = statistic.deviation().orElse(0.0);
    if (!(deviation > 0) || !Double.isFinite(deviation)) {
      double size = Math.abs(statistic.mean());
      return size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.1 || size == 0 ? 3 : 5;
    }
    return Math.max(0, Math.min(5, 1 - (int) Math.floor(Math.log10(deviation))));
  }

  /** A time in the units that a reader would say it in. */
  static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return DASH;
    }
    long whole = Math.round(seconds);
    if (whole < 120) {
      return seconds < 10 ? fixed(seconds, 1) + " s" : whole + " s";
    }
    return whole < 7200
        ? whole / 60 + " min " + whole % 60 + " s"
        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
  }

  /** One of a thing, or several. */
  static String count(long count, String one, String several) {
    return whole(count) + " " + (count == 1 ? one : several);
  }
}
