package dev.inputmethod.reports.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jfree.chart.axis.NumberTickUnit;

/** Where an axis has ticks and how they read: few, round, the same in every locale. */
final class Ticks {
  private Ticks() {}

  /** Ticks for an axis with room for about {@code wanted} of them. */
  static NumberTickUnit of(Axis axis, int wanted) {
    if (axis.log()) {
      double decades = Math.log10(axis.upper()) - Math.log10(axis.lower());
      return new NumberTickUnit(Math.max(1, Math.ceil(decades / wanted)), new PowerOfTen());
    }
    double step = roundStep((axis.upper() - axis.lower()) / wanted);
    step = axis.whole() ? Math.max(1, step) : step;
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    boolean huge = Math.max(Math.abs(axis.lower()), Math.abs(axis.upper())) >= 1e7;
    String pattern =
        huge ? "0.##E0" : "#,##0" + (decimals > 0 ? "." + "0".repeat(Math.min(decimals, 12)) : "");
    return new NumberTickUnit(step, new DecimalFormat(pattern, symbols()));
  }

  private static DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator('\u202f');
    symbols.setDecimalSeparator('.');
    symbols.setMinusSign('\u2212');
    return symbols;
  }

  private static double roundStep(double atLeast) {
    double decade = Math.pow(10, Math.floor(Math.log10(atLeast)));
    double ratio = atLeast / decade;
    return decade * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
  }

  /** Writes n as 10ⁿ. */
  private static final class PowerOfTen extends NumberFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(double exponent, StringBuffer to, FieldPosition position) {
      return format(Math.round(exponent), to, position);
    }

    @Override
    public StringBuffer format(long exponent, StringBuffer to, FieldPosition position) {
      if (exponent == 0 || exponent == 1) {
        return to.append(exponent == 0 ? "1" : "10");
      }
      to.append("10");
      for (char digit : Long.toString(exponent).toCharArray()) {
        to.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
      }
      return to;
    }

    @Override
    public Number parse(String text, ParsePosition position) {
      throw new UnsupportedOperationException("ticks are only written");
    }
  }
}
