package dev.inputmethod.experiment;

import dev.inputmethod.reports.record.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All combinations of the axes' values; the last axis varies fastest.
 *
 * @param axes the axes in the file's order; empty for a single configuration
 * @param configurations the distinct configurations, in order; settings without effect have their
 *     defaults
 * @param repeated the number of combinations that equal an earlier one because they differ only in
 *     settings without effect
 */
public record SearchSpace(List<Axis> axes, List<TrialConfig> configurations, int repeated) {
  /**
   * The maximum number of combinations; more would hardly ever finish and are probably a mistake.
   */
  static final int MOST_COMBINATIONS = 10_000;

  public SearchSpace {
    axes = List.copyOf(axes);
    configurations = List.copyOf(configurations);
  }

  /**
   * @param fixed settings by dotted path, in canonical form; the axes' values override them
   */
  static SearchSpace of(Map<String, Object> fixed, List<Axis> axes) {
    Map<Configuration, TrialConfig> distinct = new LinkedHashMap<>();
    int combinations = Math.toIntExact(combinations(axes));
    for (int index = 0; index < combinations; index++) {
      Map<String, Object> settings = new LinkedHashMap<>(fixed);
      int rest = index;
      for (int axis = axes.size() - 1; axis >= 0; axis--) {
        List<Axis.Value> values = axes.get(axis).values();
        settings.putAll(values.get(rest % values.size()).settings());
        rest /= values.size();
      }
      Configuration canonical = SettingValues.config(settings).canonical();
      distinct.putIfAbsent(canonical, SettingValues.config(canonical.settings()));
    }
    return new SearchSpace(axes, List.copyOf(distinct.values()), combinations - distinct.size());
  }

  static long combinations(List<Axis> axes) {
    long product = 1;
    for (Axis axis : axes) {
      product = Math.min(Long.MAX_VALUE / 1_000_000, product) * axis.values().size();
    }
    return product;
  }

  /** Returns the swept settings by dotted path, with their values as text. */
  public Map<String, List<String>> axisTexts() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    axes.forEach(axis -> texts.put(axis.path(), axis.texts()));
    return texts;
  }

  /** Returns every setting that a value of an axis gives, by dotted path. */
  public List<String> sweptSettings() {
    return axes.stream()
        .flatMap(axis -> axis.values().stream())
        .flatMap(value -> value.settings().keySet().stream())
        .distinct()
        .toList();
  }

  /**
   * Returns the axes that change the words to predict, by dotted path. Their configurations are
   * reported, but cannot be ranked by perplexity.
   */
  public List<String> targetAxes() {
    return axes.stream().filter(Axis::changesTargets).map(Axis::path).toList();
  }
}
