package dev.inputmethod.reports.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a trial was set to, without its seed: settings by dotted path, such as {@code model.cell},
 * in the experiment file's order. Settings without effect are left out, so equal configurations are
 * equal values. As JSON it is nested as in the YAML.
 *
 * @param settings values are {@link String}, {@link Long}, {@link Double}, {@link Boolean}, or a
 *     {@link List} of those
 */
public record Configuration(Map<String, Object> settings) {
  public Configuration {
    Map<String, Object> copy = new LinkedHashMap<>();
    settings.forEach((path, value) -> copy.put(path, checked(path, value)));
    settings = Collections.unmodifiableMap(copy);
  }

  /** The setting as text, as a reader would write it: {@code 0.0001}, not {@code 1.0E-4}. */
  public Optional<String> text(String path) {
    return Optional.ofNullable(settings.get(path)).map(Configuration::text);
  }

  /** The setting, where it is there and a whole number. */
  public Optional<Long> wholeNumber(String path) {
    return settings.get(path) instanceof Long number ? Optional.of(number) : Optional.empty();
  }

  /** The setting, where it is there and a number, whole or not. */
  public Optional<Double> number(String path) {
    return settings.get(path) instanceof Number number
        ? Optional.of(number.doubleValue())
        : Optional.empty();
  }

  /** The setting, where it is there and true or false. */
  public Optional<Boolean> flag(String path) {
    return settings.get(path) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
  }

  /** Whether its network reads the context in both directions. */
  public boolean isBidirectional() {
    return text(SettingPaths.DIRECTION).equals(Optional.of("bidirectional"));
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      List<String> texts = new ArrayList<>();
      list.forEach(element -> texts.add(text(element)));
      return String.join(", ", texts);
    }
    return value instanceof Double number ? decimal(number) : value.toString();
  }

  private static String decimal(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int magnitude = exact.precision() - exact.scale();
    return Math.abs(magnitude) > 9 ? exact.toString() : exact.toPlainString();
  }

  private static Object checked(String path, Object value) {
    if (value instanceof List<?> list) {
      list.forEach(element -> checkScalar(path, element));
      return List.copyOf(list);
    }
    checkScalar(path, value);
    return value;
  }

  private static void checkScalar(String path, Object value) {
    if (!(value instanceof String
        || value instanceof Long
        || value instanceof Double
        || value instanceof Boolean)) {
      throw new IllegalArgumentException(
          "setting '"
              + path
              + "' is a "
              + value.getClass().getName()
              + "; a String, Long, Double, Boolean or a List of those is allowed");
    }
  }
}
