package dev.inputmethod.experiment;

import dev.inputmethod.reports.record.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every combination of the axes' values, the last axis fastest.
 *
 * @param axes in the file's order; none for a single configuration
 * @param configurations distinct, in order; settings without effect have their defaults
 * @param repeated combinations that are equal to an earlier one, because what differs has no effect
 */
public record SearchSpace(List<Axis> axes, List<TrialConfig> configurations, int repeated) {
  /** More would hardly ever finish, and are a slip more often than a wish. */
  static final int MOST_COMBINATIONS = 10_000;

  public SearchSpace {
    axes = List.copyOf(axes);
    configurations = List.copyOf(configurations);
  }

  /**
   * @param fixed settings by dotted path, in canonical form; the axes' values go over them
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

  /** Swept settings by dotted path, with their values as texts. */
  public Map<String, List<String>> axisTexts() {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    axes.forEach(axis -> texts.put(axis.path(), axis.texts()));
    return texts;
  }

  /** Every setting that a value of an axis sets, by dotted path. */
  public List<String> sweptSettings() {
    return axes.stream()
        .flatMap(axis -> axis.values().stream())
        .flatMap(value -> value.settings().keySet().stream())
        .distinct()
        .toList();
  }

  /**
   * Those of the axes that change the words to predict, by dotted path: configurations are then
   * reported, but perplexity cannot rank them.
   */
  public List<String> targetAxes() {
    return axes.stream().filter(Axis::changesTargets).map(Axis::path).toList();
  }
}
