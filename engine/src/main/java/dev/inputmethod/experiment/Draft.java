package dev.inputmethod.experiment;

import dev.inputmethod.yaml.Mark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an experiment file and the overrides say, value by value with its place, before it is put
 * together.
 */
final class Draft {
  /**
   * @param value in canonical form
   */
  record Located<T>(T value, Mark mark) {}

  /**
   * @param settings by dotted path
   */
  record AxisValue(Map<String, Located<Object>> settings, Mark mark) {
    Map<String, Object> canonical() {
      Map<String, Object> values = new LinkedHashMap<>();
      settings.forEach((path, located) -> values.put(path, located.value()));
      return values;
    }
  }

  record DraftAxis(String path, Mark mark, List<AxisValue> values) {}

  Optional<Located<String>> name = Optional.empty();
  Optional<String> question = Optional.empty();
  OptionalInt workers = OptionalInt.empty();
  List<Long> seeds = List.of(1L);

  /** Thresholds of verdicts that were given, by name. */
  final Map<String, Object> thresholds = new LinkedHashMap<>();

  /** By dotted path. */
  final Map<String, Located<Object>> fixed = new LinkedHashMap<>();

  /** Paths that were given a value, be it a wrong one. */
  final Set<String> mentioned = new LinkedHashSet<>();

  /** Paths whose fixed value is wrong, and told. */
  final Set<String> wrong = new HashSet<>();

  /** By dotted path, in the file's order. */
  final Map<String, DraftAxis> axes = new LinkedHashMap<>();

  /** The fixed values in canonical form. */
  Map<String, Object> canonical() {
    Map<String, Object> values = new LinkedHashMap<>();
    fixed.forEach((path, located) -> values.put(path, located.value()));
    return values;
  }

  /** The axes, in order, whose values set one of these. */
  List<DraftAxis> axesSetting(List<String> paths) {
    List<DraftAxis> found = new ArrayList<>();
    for (DraftAxis axis : axes.values()) {
      boolean sets =
          axis.values().stream()
              .anyMatch(value -> paths.stream().anyMatch(value.settings()::containsKey));
      if (sets) {
        found.add(axis);
      }
    }
    return found;
  }
}
