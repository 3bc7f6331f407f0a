package dev.inputmethod.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tasks that a target can run, and the settings of each. */
enum TaskKind {
  PROCESS("export the experiments' windows as JSON Lines", "include", "exclude", "set"),
  EXPERIMENT(
      "train every configuration and draw the reports",
      "include",
      "exclude",
      "set",
      "workers",
      "only"),
  REPORT("draw the reports again from the records"),
  EVALUATE("evaluate a trial on dialogue files", "trial", "dialogues"),
  PREDICT("predict the next words with a trial", "trial", "prefix", "words", "beam", "candidates"),
  CLEAN("remove the results in the output directory");

  private final String description;

  @SuppressWarnings("ImmutableEnumChecker") // List.of() is immutable.
  private final List<String> settings;

  TaskKind(String description, String... settings) {
    this.description = description;
    this.settings = List.of(settings);
  }

  /** The task's name in a build file. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String description() {
    return description;
  }

  List<String> settings() {
    return settings;
  }

  /** Returns the task with a name. */
  static Optional<TaskKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  static List<String> words() {
    List<String> words = new ArrayList<>();
    for (TaskKind kind : values()) {
      words.add(kind.word());
    }
    return words;
  }
}
