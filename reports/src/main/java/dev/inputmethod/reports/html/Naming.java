package dev.inputmethod.reports.html;

import dev.inputmethod.reports.record.Configuration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names configurations by the settings that distinguish them, as briefly as possible, and settings
 * as people write them.
 */
final class Naming {
  /** With fewer further settings than this, names contain every value. */
  private static final int MANY = 3;

  private static final String CELL = "model.cell";

  private final List<String> differing;
  private final boolean isTerse;
  private final Map<String, String> usual = new HashMap<>();

  /**
   * @param differing dotted paths of the settings that tell the configurations apart
   * @param configurations all of them: where many further settings differ, names leave out the
   *     value that most of them have, of every setting but the cell
   */
  Naming(List<String> differing, Collection<Configuration> configurations) {
    this.differing = List.copyOf(differing);
    List<String> further =
        differing.stream().filter(path -> !Look.CHANNELS.contains(path)).toList();
    this.isTerse = further.size() >= MANY;
    if (isTerse) {
      for (String path : differing) {
        if (!path.equals(CELL)) {
          mostHave(path, configurations).ifPresent(value -> usual.put(path, value));
        }
      }
    }
  }

  /** The value that most of those with the setting have; empty where all have the same. */
  private static Optional<String> mostHave(String path, Collection<Configuration> configurations) {
    Map<String, Integer> counts = new HashMap<>();
    for (Configuration each : configurations) {
      each.text(path).ifPresent(value -> counts.merge(value, 1, Integer::sum));
    }
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .filter(value -> counts.size() > 1)
        .filter(value -> 2 * value.getValue() > all)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether names contain only unusual values, since all that differ would be too many to read. */
  boolean isTerse() {
    return isTerse;
  }

  /** The values that names leave out, for a caption; empty where they leave out nothing. */
  String usualNote() {
    List<String> values = new ArrayList<>();
    for (String path : differing) {
      Optional.ofNullable(usual.get(path))
          .ifPresent(value -> values.add(heading(path) + " " + value));
    }
    return values.isEmpty()
        ? ""
        : "Unless a name says otherwise: " + String.join(", ", values) + ".";
  }

  /** For a chart or a table: {@code LSTM 2×128 ⇄}. */
  String brief(Configuration configuration) {
    List<String> parts = new ArrayList<>();
    value(configuration, CELL).map(Naming::cell).ifPresent(parts::add);
    Optional<String> layers = value(configuration, "model.layers");
    Optional<String> hidden = value(configuration, "model.hiddenSize");
    if (layers.isPresent() && hidden.isPresent()) {
      parts.add(layers.get() + "×" + hidden.get());
    } else {
      layers.map(Naming::layers).ifPresent(parts::add);
      hidden.ifPresent(parts::add);
    }
    value(configuration, "model.direction").map(Naming::arrow).ifPresent(parts::add);
    parts.addAll(others(configuration));
    return parts.isEmpty() ? whole(configuration) : String.join(" ", parts);
  }

  /** For a sentence: {@code LSTM, 2 layers, bidirectional, hidden size 128}. */
  String spoken(Configuration configuration) {
    List<String> parts = new ArrayList<>();
    value(configuration, CELL).map(Naming::cell).ifPresent(parts::add);
    value(configuration, "model.layers").map(Naming::layers).ifPresent(parts::add);
    value(configuration, "model.direction").ifPresent(parts::add);
    value(configuration, "model.hiddenSize")
        .map(size -> "hidden size " + size)
        .ifPresent(parts::add);
    parts.addAll(others(configuration));
    return parts.isEmpty() ? whole(configuration) : String.join(", ", parts);
  }

  /** The values of differing settings that no line's look shows: they become facets. */
  String facet(Configuration configuration) {
    return String.join(", ", others(configuration));
  }

  /** A setting as a table's heading: {@code hidden size} for {@code model.hiddenSize}. */
  String heading(String path) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    boolean ambiguous = differing.stream().filter(other -> other.endsWith("." + last)).count() > 1;
    StringBuilder words = new StringBuilder();
    for (char letter : (ambiguous ? path : last).toCharArray()) {
      if (Character.isUpperCase(letter)) {
        words.append(' ');
      }
      words.append(Character.toLowerCase(letter));
    }
    return words.toString();
  }

  /** A cell as people write it. */
  static String cell(String cell) {
    return cell.toUpperCase(Locale.ROOT);
  }

  private static String whole(Configuration configuration) {
    return configuration.text(CELL).map(Naming::cell).orElse("the configuration");
  }

  private static String layers(String layers) {
    return layers + (layers.equals("1") ? " layer" : " layers");
  }

  private static String arrow(String direction) {
    return switch (direction) {
      case "forward" -> "→";
      case "bidirectional" -> "⇄";
      default -> direction;
    };
  }

  private List<String> others(Configuration configuration) {
    List<String> others = new ArrayList<>();
    for (String path : differing) {
      if (!Look.CHANNELS.contains(path)) {
        value(configuration, path).ifPresent(value -> others.add(heading(path) + " " + value));
      }
    }
    return others;
  }

  /** The value of a setting, if it belongs into a name. */
  private Optional<String> value(Configuration configuration, String path) {
    return differing.contains(path)
        ? configuration.text(path).filter(value -> !value.equals(usual.get(path)))
        : Optional.empty();
  }
}
