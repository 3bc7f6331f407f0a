package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.record.FittedHalfLife;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Writes three digits, with a power of ten where a reader would have to count zeros. */
final class PlainNotation implements Notation {
  @Override
  public String norm(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    double size = Math.abs(value);
    return size >= 1e-3 && size < 1e4
        ? new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString()
        : scientific(value);
  }

  private static String scientific(double value) {
    return String.format(Locale.ROOT, "%.1e", value)
        .replace("e-0", "e-")
        .replace("e+0", "e")
        .replace("e+", "e");
  }

  @Override
  public String loss(double value) {
    return norm(value);
  }

  @Override
  public String steps(double value) {
    return FittedHalfLife.plain(value);
  }
}
