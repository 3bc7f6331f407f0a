package dev.inputmethod.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One line of the table of settings.
 *
 * @param path dotted, as in {@code model.cell}
 * @param byDefault canonical; empty where the user has to give a value
 * @param description one line, for the schema and the reference
 * @param effect when the setting has an effect, in words; empty if always
 * @param hasEffect the same as a test; where it fails the setting leaves the canonical
 *     configuration
 * @param changesTargets whether two values give different words to predict, so that perplexities do
 *     not compare
 * @param value takes the setting's value from a configuration
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

  /** It has an effect on the next word's task only, as all of its group: not said for each. */
  Setting ofDialogues() {
    return onlyWith("", config -> config.task().isNextWord());
  }

  /** It has an effect on the other tasks only. */
  Setting ofMadeExamples() {
    return onlyWith(
        "task: adding, temporal-order or copy-memory", config -> !config.task().isNextWord());
  }

  Setting changingTargets() {
    return new Setting(path, kind, byDefault, description, effect, hasEffect, true, value);
  }

  /** The last part of the path. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** What a configuration sets this to, in canonical form. */
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
