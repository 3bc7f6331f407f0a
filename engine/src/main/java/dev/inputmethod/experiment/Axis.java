package dev.inputmethod.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One dimension of a search space.
 *
 * @param path the swept setting, or a group of settings such as {@code data.split}
 * @param values the values in the file's order
 */
public record Axis(String path, List<Value> values) {
  public Axis {
    values = List.copyOf(values);
  }

  /**
   * One value of an axis.
   *
   * @param text the value as text
   * @param settings the settings that it gives, by dotted path, in canonical form
   */
  public record Value(String text, Map<String, Object> settings) {
    public Value {
      settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
  }

  public List<String> texts() {
    return values.stream().map(Value::text).toList();
  }

  /** Whether the values change the words to predict, so that perplexities cannot be compared. */
  public boolean changesTargets() {
    return values.stream()
        .flatMap(value -> value.settings().keySet().stream())
        .anyMatch(path -> SettingTable.STANDARD.find(path).orElseThrow().changesTargets());
  }
}
