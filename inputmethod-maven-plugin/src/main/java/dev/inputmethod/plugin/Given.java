package dev.inputmethod.plugin;

import dev.inputmethod.batch.TaskSettings;
import dev.inputmethod.batch.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the parameters that a user gave to a goal. */
final class Given {
  private final String goal;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  Given(String goal) {
    this.goal = goal;
  }

  /** A parameter that is one value. */
  Given one(String setting, @Nullable String value) {
    if (value != null) {
      values.put(setting, List.of(value));
    }
    return this;
  }

  /** A parameter that is a list with commas, such as {@code experiments}. */
  Given list(String setting, String parameter, @Nullable String value) {
    names.put(setting, parameter);
    if (value != null) {
      List<String> items = new ArrayList<>();
      for (String item : value.split(",")) {
        if (!item.isBlank()) {
          items.add(item.strip());
        }
      }
      values.put(setting, items);
    }
    return this;
  }

  TaskSettings settings() {
    return new TaskSettings(values, setting -> "-Dinputmethod." + parameter(setting));
  }

  /** What a user types to have the same again. */
  String command() {
    List<String> words = new ArrayList<>(List.of("mvn", "inputmethod:" + goal));
    values.forEach(
        (setting, list) ->
            words.add("-Dinputmethod." + parameter(setting) + "=" + String.join(",", list)));
    return Words.joined(words);
  }

  private String parameter(String setting) {
    return names.getOrDefault(setting, setting);
  }
}
