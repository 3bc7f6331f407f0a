package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.record.LearnedTask;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The losses that are reached without learning a task with a known answer: levels in the pictures
 * of the loss.
 *
 * @param levels loss by how it is reached, such as {@code remembering nothing}
 */
record KnownBaselines(Map<String, Double> levels) {

  /** Of the trials' task; none where they learned words, or different tasks. */
  static KnownBaselines of(List<Shown> shown) {
    Map<String, Double> levels = new LinkedHashMap<>();
    Wording.of(shown)
        .task()
        .ifPresent(
            task ->
                task.knownBaselines()
                    .forEach(
                        (name, words) ->
                            level(shown, task, name).ifPresent(it -> levels.put(words, it))));
    return new KnownBaselines(levels);
  }

  /** Where all trials agree on it. */
  private static Optional<Double> level(List<Shown> shown, LearnedTask task, String name) {
    String key = "baseline.validation." + name + "." + task.lossMetric();
    List<Double> found = new ArrayList<>();
    for (Shown it : shown) {
      for (TrialRecord trial : it.result().completed()) {
        Optional.ofNullable(trial.metrics().get(key)).ifPresent(found::add);
      }
    }
    return found.stream().distinct().count() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The loss that is reached by remembering nothing. */
  Optional<Double> memoryless() {
    return levels.values().stream().findFirst();
  }

  double[] values() {
    return levels.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Level lines over the whole axis.
   *
   * @param named whether each says at its end what it is
   */
  List<Line> lines(Axis steps, boolean named) {
    List<Line> lines = new ArrayList<>();
    levels.forEach(
        (words, level) -> {
          Line line =
              Line.of(
                  "baseline",
                  words,
                  new Points(
                      new double[] {steps.lower(), steps.upper()}, new double[] {level, level}));
          lines.add(named ? line.endingIn(words) : line);
        });
    return lines;
  }

  /** What a caption says of the lines; empty if there are none. */
  String caption() {
    if (levels.isEmpty()) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    levels.forEach((words, level) -> parts.add(Numbers.short3(level) + ", " + words));
    return " The dashed level lines are what is reached without learning the task: "
        + String.join("; ", parts)
        + ".";
  }
}
