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
 * @param levels by their names in the metrics, such as {@code memoryless}; only those that all
 *     trials agree on
 */
record KnownBaselines(Map<String, Level> levels) {
  private static final String MEMORYLESS = "memoryless";

  /**
   * One of them.
   *
   * @param words how it is reached, such as {@code remembering nothing}
   */
  record Level(String words, double loss) {}

  /** Of the trials' task; none where they learned words, or different tasks. */
  static KnownBaselines of(List<Shown> shown) {
    List<TrialRecord> trials =
        shown.stream().flatMap(it -> it.result().completed().stream()).toList();
    return Wording.of(shown)
        .task()
        .map(task -> of(task, trials))
        .orElse(new KnownBaselines(Map.of()));
  }

  static KnownBaselines of(LearnedTask task, List<TrialRecord> trials) {
    Map<String, Level> levels = new LinkedHashMap<>();
    task.knownBaselines()
        .forEach(
            (name, words) ->
                agreed(trials, "baseline.validation." + name + "." + task.lossMetric())
                    .ifPresent(loss -> levels.put(name, new Level(words, loss))));
    return new KnownBaselines(levels);
  }

  /** Where all trials that have it agree on it. */
  private static Optional<Double> agreed(List<TrialRecord> trials, String metric) {
    List<Double> found =
        trials.stream().flatMap(trial -> trial.metric(metric).stream()).distinct().toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The loss that is reached by remembering nothing. */
  Optional<Double> memoryless() {
    return Optional.ofNullable(levels.get(MEMORYLESS)).map(Level::loss);
  }

  double[] values() {
    return levels.values().stream().mapToDouble(Level::loss).toArray();
  }

  /**
   * Level lines over the whole axis.
   *
   * @param named whether each says at its end what it is
   */
  List<Line> lines(Axis steps, boolean named) {
    List<Line> lines = new ArrayList<>();
    double[] ends = {steps.lower(), steps.upper()};
    for (Level level : levels.values()) {
      Points points = new Points(ends, new double[] {level.loss(), level.loss()});
      Line line = Line.of("baseline", level.words(), points);
      lines.add(named ? line.endingIn(level.words()) : line);
    }
    return lines;
  }

  /** What a caption says of the lines; empty if there are none. */
  String caption() {
    if (levels.isEmpty()) {
      return "";
    }
    List<String> parts =
        levels.values().stream()
            .map(level -> Numbers.short3(level.loss()) + ", " + level.words())
            .toList();
    return " The dashed level lines are what is reached without learning the task: "
        + String.join("; ", parts)
        + ".";
  }
}
