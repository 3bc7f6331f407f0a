package dev.inputmethod.batch;

import dev.inputmethod.yaml.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named target of a build.
 *
 * @param name the name, and where it is defined
 * @param depends the targets to run before
 * @param task empty if the target only has dependencies
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
   * @param settings the values of settings by name, with properties replaced
   */
  record Task(TaskKind kind, Map<String, List<Located<String>>> settings) {
    Task {
      settings = new LinkedHashMap<>(settings);
    }
  }
}
