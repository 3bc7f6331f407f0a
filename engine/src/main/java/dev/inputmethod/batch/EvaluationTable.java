package dev.inputmethod.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Formats a trial's metrics, one per line, with columns for the baselines. */
final class EvaluationTable {
  private static final String BASELINE = "baseline.";
  private static final List<String> BASELINES = List.of("bigram", "unigram", "uniform");

  private EvaluationTable() {}

  static List<String> lines(Map<String, Double> metrics) {
    List<String> lines = new ArrayList<>();
    if (metrics.keySet().stream().anyMatch(name -> name.startsWith(BASELINE))) {
      lines.add(line("", "trial", BASELINES));
    }
    for (Map.Entry<String, Double> metric : metrics.entrySet()) {
      String name = metric.getKey();
      if (name.startsWith(BASELINE)) {
        continue;
      }
      List<String> others = new ArrayList<>();
      for (String baseline : BASELINES) {
        Double value = metrics.get(BASELINE + baseline + "." + name);
        others.add(value == null ? "" : text(value));
      }
      lines.add(line(name, text(metric.getValue()), others));
    }
    return lines;
  }

  private static String line(String name, String own, List<String> others) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-28s %s", name, own));
    for (int column = 0; column < others.size(); column++) {
      int start = 31 + 12 * (column + 1);
      line.append(" ".repeat(Math.max(1, start - line.length()))).append(others.get(column));
    }
    return line.toString().stripTrailing();
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.4f", value);
  }
}
