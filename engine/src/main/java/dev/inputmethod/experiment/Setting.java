package dev.inputmethod.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One row of the table of settings.
 *
 * @param path the dotted path, such as {@code model.cell}
 * @param byDefault the default in canonical form; empty if the user must give a value
 * @param description one line for the schema and the reference
 * @param effect the condition for the setting to have an effect, as text; empty if it always has
 * @param hasEffect the condition as a test; without effect a setting is left out of the canonical
 *     configuration
 * @param changesTargets whether different values change the words to predict, so that perplexities
 *     cannot be compared
 * @param value gets the setting's value from a configuration
 */
record Setting(
    String path,
    Kind kind,
    Optional<Object> byDefault,
    String description,
    String effect,
    Predicate<TrialConfig> hasEffect,
    boolean changesTargets,
    Function<TrialConfig, Object> value) {

  static Setting of(
      String path,
      Kind kind,
      Object byDefault,
      Function<TrialConfig, Object> value,
      String description) {
    return new Setting(
        path, kind, Optional.of(byDefault), description, "", config -> true, false, value);
  }

  Setting required() {
    return new Setting(
        path, kind, Optional.empty(), description, effect, hasEffect, changesTargets, value);
  }

  Setting onlyWith(String words, Predicate<TrialConfig> test) {
    return new Setting(path, kind, byDefault, description, words, test, changesTargets, value);
  }

  /**
   * Restricts the setting to the next-word task, as all of its group; this is not repeated in
   * texts.
   */
  Setting ofDialogues() {
    return onlyWith("", config -> config.task().isNextWord());
  }

  /** Restricts the setting to the tasks that generate their own examples. */
  Setting ofMadeExamples() {
    return onlyWith(
        "task: adding, temporal-order or copy-memory", config -> !config.task().isNextWord());
  }

  Setting changingTargets() {
    return new Setting(path, kind, byDefault, description, effect, hasEffect, true, value);
  }

  /** Returns the last part of the path. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Returns the setting's value in a configuration, in canonical form. */
  Object in(TrialConfig config) {
    return canonical(value.apply(config));
  }

  private static Object canonical(Object value) {
    if (value instanceof Enum<?> constant) {
      return word(constant);
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    if (value instanceof List<?> list && list.size() == 1) {
      return list.get(0);
    }
    return value;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
