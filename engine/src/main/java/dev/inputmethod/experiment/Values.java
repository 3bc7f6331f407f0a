package dev.inputmethod.experiment;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.yaml.CoreType;
import dev.inputmethod.yaml.Node;
import dev.inputmethod.yaml.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and formats values as text. */
final class Values {
  private Values() {}

  /** Reads a text that YAML reads as text, too: a number or a boolean needs quotes. */
  static Optional<String> text(String name, Node node, Problems problems) {
    if (!(node instanceof Node.Scalar scalar) || node.isNull()) {
      problems.add(
          node.mark(),
          name
              + (node.isNull() ? " has no value" : " is " + node.described())
              + "; it takes a text");
      return Optional.empty();
    }
    if (scalar.type() != CoreType.TEXT) {
      problems.add(
          node.mark(),
          name
              + " "
              + scalar.text()
              + " is not a text; put it in quotes: \""
              + scalar.text()
              + "\"");
      return Optional.empty();
    }
    if (scalar.text().isBlank()) {
      problems.add(node.mark(), name + " is empty; it takes a text");
      return Optional.empty();
    }
    return Optional.of(scalar.text());
  }

  /** Formats a number without trailing zeros or an exponent. */
  static String text(double number) {
    BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return shortest.scale() > 12 ? shortest.toString() : shortest.toPlainString();
  }

  /** Formats a value of an axis: like a configuration, or several settings as a YAML flow map. */
  static String text(String axis, Map<String, Object> assigned) {
    Object only = assigned.get(axis);
    if (only != null) {
      return new Configuration(Map.of(axis, only)).text(axis).orElseThrow();
    }
    List<String> members = new ArrayList<>();
    assigned.forEach(
        (path, value) -> members.add(within(axis, path) + ": " + text(path, Map.of(path, value))));
    return "{" + String.join(", ", members) + "}";
  }

  private static String within(String axis, String path) {
    return axis.equals(SettingTable.ALL)
        ? SettingTable.STANDARD.shortest(path)
        : path.substring(axis.length() + 1);
  }
}
