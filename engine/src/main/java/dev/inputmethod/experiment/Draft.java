package dev.inputmethod.experiment;

import dev.inputmethod.yaml.Located;
import dev.inputmethod.yaml.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The content of an experiment file and of the overrides, value by value and with places, while it
 * is being read. Values are in canonical form, and settings are named by their dotted paths.
 */
final class Draft {
  /** One value of an axis: the settings that it gives, by path. */
  record AxisValue(Map<String, Located<Object>> settings, Mark mark) {
    Map<String, Object> canonical() {
      return withoutMarks(settings);
    }
  }

  record DraftAxis(String path, Mark mark, List<AxisValue> values) {}

  private Optional<Located<String>> name = Optional.empty();
  private Optional<String> question = Optional.empty();
  private OptionalInt workers = OptionalInt.empty();
  private List<Long> seeds = List.of(1L);
  private final Map<String, Object> thresholds = new LinkedHashMap<>();
  private final Map<String, Located<Object>> fixed = new LinkedHashMap<>();
  private final Set<String> mentioned = new HashSet<>();
  private final Set<String> wrong = new HashSet<>();
  private final Map<String, DraftAxis> axes = new LinkedHashMap<>();

  void setName(Optional<Located<String>> given) {
    name = given;
  }

  Optional<Located<String>> name() {
    return name;
  }

  void setQuestion(Optional<String> given) {
    question = given;
  }

  Optional<String> question() {
    return question;
  }

  void setWorkers(int given) {
    workers = OptionalInt.of(given);
  }

  OptionalInt workers() {
    return workers;
  }

  void setSeeds(List<Long> given) {
    seeds = List.copyOf(given);
  }

  List<Long> seeds() {
    return seeds;
  }

  void setThreshold(String threshold, Object value) {
    thresholds.put(threshold, value);
  }

  /** The thresholds of verdicts that were given, by name. */
  Map<String, Object> thresholds() {
    return Collections.unmodifiableMap(thresholds);
  }

  /**
   * Gives a setting a fixed value, in place of an earlier one.
   *
   * @param value empty if the value is wrong, which has been reported
   */
  void fix(String path, Optional<Located<Object>> value) {
    mentioned.add(path);
    wrong.remove(path);
    value.ifPresentOrElse(found -> fixed.put(path, found), () -> wrong.add(path));
  }

  Optional<Located<Object>> fixed(String path) {
    return Optional.ofNullable(fixed.get(path));
  }

  /** The fixed values by path. */
  Map<String, Located<Object>> fixed() {
    return Collections.unmodifiableMap(fixed);
  }

  /** The fixed values in canonical form, by path. */
  Map<String, Object> canonical() {
    return withoutMarks(fixed);
  }

  /** Whether the fixed value of a setting is wrong, which has been reported. */
  boolean isWrong(String path) {
    return wrong.contains(path);
  }

  /** Notes that settings were given values, right or wrong, so that none is reported missing. */
  void mention(Collection<String> paths) {
    mentioned.addAll(paths);
  }

  boolean isMentioned(String path) {
    return mentioned.contains(path);
  }

  /** Adds an axis, or replaces the one with the same path in its position. */
  void putAxis(DraftAxis axis) {
    axes.put(axis.path(), axis);
  }

  void removeAxis(String path) {
    axes.remove(path);
  }

  void removeAxes() {
    axes.clear();
  }

  Optional<DraftAxis> axis(String path) {
    return Optional.ofNullable(axes.get(path));
  }

  /** The axes in the file's order. */
  List<DraftAxis> axes() {
    return List.copyOf(axes.values());
  }

  /** The axes, in order, with a value that gives one of these settings. */
  List<DraftAxis> axesSetting(Collection<String> paths) {
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

  private static Map<String, Object> withoutMarks(Map<String, Located<Object>> settings) {
    Map<String, Object> values = new LinkedHashMap<>();
    settings.forEach((path, located) -> values.put(path, located.value()));
    return values;
  }
}
