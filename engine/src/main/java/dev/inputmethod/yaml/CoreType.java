package dev.inputmethod.yaml;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * The type of a plain scalar in YAML 1.2's core schema (YAML 1.2.2, section 10.3.2): {@code off}
 * and {@code 12:30} are text, {@code 010} is ten, {@code 0o10} is eight. SnakeYAML follows YAML
 * 1.1, where they are false, 750 and eight.
 */
public enum CoreType {
  NULL,
  BOOLEAN,
  INTEGER,
  NUMBER,
  TEXT;

  /**
   * Longer integers are never converted, as that would take time; no setting has as many digits.
   */
  private static final int LONGEST_INTEGER = 40;

  private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern REAL =
      Pattern.compile("[-+]?(\\.[0-9]++|[0-9]++(\\.[0-9]*+)?)([eE][-+]?[0-9]++)?");
  private static final Pattern SPECIAL = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  public static CoreType of(String text) {
    if (NOTHING.matcher(text).matches()) {
      return NULL;
    }
    if (TRUTH.matcher(text).matches()) {
      return BOOLEAN;
    }
    if (WHOLE.matcher(text).matches()) {
      return INTEGER;
    }
    boolean number = REAL.matcher(text).matches() || SPECIAL.matcher(text).matches();
    return number ? NUMBER : TEXT;
  }

  public static boolean truth(String text) {
    return text.toLowerCase(Locale.ROOT).equals("true");
  }

  /** Returns the value of a scalar of type INTEGER, or of type NUMBER without a fraction. */
  public static Optional<BigInteger> integer(Node.Scalar scalar) {
    String text = scalar.text();
    if (scalar.type() == INTEGER && text.length() <= LONGEST_INTEGER) {
      return Optional.of(exact(text));
    }
    OptionalDouble number = number(scalar);
    if (number.isEmpty()
        || number.getAsDouble() != Math.rint(number.getAsDouble())
        || Math.abs(number.getAsDouble()) > 0x1p53) {
      return Optional.empty();
    }
    return Optional.of(BigInteger.valueOf((long) number.getAsDouble()));
  }

  private static BigInteger exact(String text) {
    if (text.startsWith("0o")) {
      return new BigInteger(text.substring(2), 8);
    }
    if (text.startsWith("0x")) {
      return new BigInteger(text.substring(2), 16);
    }
    return new BigInteger(text);
  }

  /** Returns the value of a scalar of type INTEGER or NUMBER, as the nearest double. */
  public static OptionalDouble number(Node.Scalar scalar) {
    String text = scalar.text();
    if (scalar.type() == INTEGER) {
      boolean prefixed = text.startsWith("0o") || text.startsWith("0x");
      if (!prefixed) {
        return OptionalDouble.of(Double.parseDouble(text));
      }
      return OptionalDouble.of(
          text.length() <= LONGEST_INTEGER ? exact(text).doubleValue() : Double.POSITIVE_INFINITY);
    }
    if (scalar.type() != NUMBER) {
      return OptionalDouble.empty();
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.endsWith("nan")) {
      return OptionalDouble.of(Double.NaN);
    }
    if (lower.endsWith("inf")) {
      return OptionalDouble.of(
          lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }
}
