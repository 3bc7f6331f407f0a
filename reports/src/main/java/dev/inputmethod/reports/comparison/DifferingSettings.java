package dev.inputmethod.reports.comparison;

import dev.inputmethod.reports.record.Configuration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the settings that distinguish configurations. */
public final class DifferingSettings {
  private DifferingSettings() {}

  /**
   * Paths in the configurations' order. A setting that has one value wherever it has an effect (the
   * forget bias, of the LSTMs only) is left out, unless the experiment sweeps it, or nothing else
   * distinguishes two configurations.
   *
   * @param swept settings that an axis sets
   */
  public static List<String> of(
      Collection<Configuration> configurations, Collection<String> swept) {
    Set<String> paths = new LinkedHashSet<>();
    configurations.forEach(each -> paths.addAll(each.settings().keySet()));
    List<String> differing = new ArrayList<>();
    List<String> sometimes = new ArrayList<>();
    for (String path : paths) {
      boolean differs = values(path, configurations).size() > 1;
      boolean absent = configurations.stream().anyMatch(it -> !has(it, path));
      if (differs || (absent && swept.contains(path))) {
        differing.add(path);
      }
      if (differs || absent) {
        sometimes.add(path);
      }
    }
    return tellApart(differing, configurations) ? differing : sometimes;
  }

  private static boolean has(Configuration configuration, String path) {
    return configuration.settings().containsKey(path);
  }

  private static Set<Object> values(String path, Collection<Configuration> configurations) {
    Set<Object> values = new HashSet<>();
    for (Configuration each : configurations) {
      if (has(each, path)) {
        values.add(each.settings().get(path));
      }
    }
    return values;
  }

  private static boolean tellApart(List<String> paths, Collection<Configuration> configurations) {
    Set<List<String>> seen = new HashSet<>();
    for (Configuration each : configurations) {
      List<String> values = new ArrayList<>();
      paths.forEach(path -> values.add(each.text(path).orElse("")));
      seen.add(values);
    }
    return seen.size() == new HashSet<>(configurations).size();
  }
}
