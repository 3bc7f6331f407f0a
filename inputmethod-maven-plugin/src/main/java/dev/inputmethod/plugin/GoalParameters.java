package dev.inputmethod.plugin;

import dev.inputmethod.batch.ShellText;
import dev.inputmethod.batch.TaskArguments;
import dev.inputmethod.experiment.FilePatterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters that a user gave to a goal. */
final class GoalParameters {
  /** Assignments that a command can leave out. */
  private static final List<String> DEFAULTS =
      List.of("experiments=experiments/*.yaml", "outputDirectory=target/inputmethod");

  private final String goal;
  private final FilePatterns files;
  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();

  GoalParameters(String goal, FilePatterns files) {
    this.goal = goal;
    this.files = files;
  }

  /** Adds a parameter that is named like its setting and has one value. */
  GoalParameters one(String setting, @Nullable String value) {
    if (value != null) {
      values.put(setting, List.of(value));
    }
    return this;
  }

  /** Adds a parameter that is a list of file patterns. */
  GoalParameters patterns(String setting, String parameter, @Nullable String value) {
    parameters.put(setting, parameter);
    if (value != null) {
      values.put(setting, files.split(value));
    }
    return this;
  }

  TaskArguments arguments() {
    return new TaskArguments(values, setting -> "-Dinputmethod." + parameter(setting));
  }

  /** Returns the command that repeats the goal with these parameters. */
  String command() {
    List<String> words = new ArrayList<>(List.of("mvn", "inputmethod:" + goal));
    values.forEach(
        (setting, list) -> {
          String assignment = parameter(setting) + "=" + String.join(",", list);
          if (!DEFAULTS.contains(assignment)) {
            words.add("-Dinputmethod." + assignment);
          }
        });
    return ShellText.joined(words);
  }

  private String parameter(String setting) {
    return parameters.getOrDefault(setting, setting);
  }
}
