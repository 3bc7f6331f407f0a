package dev.inputmethod.plugin;

import dev.inputmethod.batch.TaskSettings;
import dev.inputmethod.batch.Words;
import dev.inputmethod.experiment.FilePatterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the parameters that a user gave to a goal. */
final class Given {
  /** Not worth repeating. */
  private static final List<String> DEFAULTS =
      List.of("experiments=experiments/*.yaml", "outputDirectory=target/inputmethod");

  private final String goal;
  private final FilePatterns files;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();

  Given(String goal, FilePatterns files) {
    this.goal = goal;
    this.files = files;
  }

  /** A parameter with the name of its setting, and one value. */
  Given one(String setting, @Nullable String value) {
    if (value != null) {
      values.put(setting, List.of(value));
    }
    return this;
  }

  /** A parameter that lists file patterns. */
  Given patterns(String setting, String parameter, @Nullable String value) {
    parameters.put(setting, parameter);
    if (value != null) {
      values.put(setting, files.split(value));
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
        (setting, list) -> {
          String assignment = parameter(setting) + "=" + String.join(",", list);
          if (!DEFAULTS.contains(assignment)) {
            words.add("-Dinputmethod." + assignment);
          }
        });
    return Words.joined(words);
  }

  private String parameter(String setting) {
    return parameters.getOrDefault(setting, setting);
  }
}
