package dev.inputmethod.batch;

import dev.inputmethod.yaml.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something to do by name.
 *
 * @param name where it was written, too
 * @param depends targets to do before
 * @param task empty where a target only gathers others
 */
record Target(
    Located<String> name,
    Optional<String> description,
    List<Located<String>> depends,
    Optional<Task> task) {
  Target {
    depends = List.copyOf(depends);
  }

  /**
   * @param settings by name; properties are expanded
   */
  record Task(TaskKind kind, Map<String, List<Located<String>>> settings) {
    Task {
      settings = new LinkedHashMap<>(settings);
    }
  }
}
