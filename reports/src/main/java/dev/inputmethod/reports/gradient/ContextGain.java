package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.SettingPaths;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration's context was worth: its validation cross-entropy beside that of the same
 * configuration with the next shorter context.
 *
 * @param contextLength of this configuration, words
 * @param shorter the shorter context, words
 * @param gain the shorter one's mean cross-entropy minus this one's, nats per word
 * @param spread the larger of their standard deviations over seeds; 0 where neither has one
 */
public record ContextGain(long contextLength, long shorter, double gain, double spread) {
  /** Whether the longer context gained more than seeds differ by. */
  public boolean isGain() {
    return gain > spread;
  }

  /**
   * The gain of a configuration in its experiment; empty where nothing shorter was trained, or
   * where configurations predict different words.
   */
  public static Optional<ContextGain> of(Comparison comparison, ConfigurationResult result) {
    Optional<Long> length = result.configuration().wholeNumber(SettingPaths.CONTEXT_LENGTH);
    if (length.isEmpty() || !comparison.experiment().ranked() || !result.isRankable()) {
      return Optional.empty();
    }
    Optional<ContextGain> found = Optional.empty();
    for (ConfigurationResult other : comparison.configurations()) {
      long shorter =
          other.configuration().wholeNumber(SettingPaths.CONTEXT_LENGTH).orElse(Long.MAX_VALUE);
      boolean nearest = found.map(it -> shorter > it.shorter()).orElse(true);
      if (shorter < length.get() && nearest && other.isRankable() && areAlike(result, other)) {
        found = Optional.of(between(length.get(), result, shorter, other));
      }
    }
    return found;
  }

  private static ContextGain between(
      long length, ConfigurationResult result, long shorter, ConfigurationResult other) {
    Statistic own = result.validation().orElseThrow();
    Statistic less = other.validation().orElseThrow();
    double spread = Math.max(own.deviation().orElse(0.0), less.deviation().orElse(0.0));
    return new ContextGain(length, shorter, less.mean() - own.mean(), spread);
  }

  private static boolean areAlike(ConfigurationResult one, ConfigurationResult other) {
    return withoutLength(one.configuration()).equals(withoutLength(other.configuration()));
  }

  private static Map<String, Object> withoutLength(Configuration configuration) {
    Map<String, Object> settings = new HashMap<>(configuration.settings());
    settings.remove(SettingPaths.CONTEXT_LENGTH);
    return settings;
  }
}
