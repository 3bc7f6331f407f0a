package dev.inputmethod.reports.html;

import dev.inputmethod.reports.record.LearnedTask;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The words for a report's figures, which depend on what its trials learned.
 *
 * @param task of all trials; empty where they learned different ones
 */
record Wording(Optional<LearnedTask> task) {

  static Wording of(List<Shown> shown) {
    List<LearnedTask> tasks =
        shown.stream().map(it -> LearnedTask.of(it.result().configuration())).distinct().toList();
    return new Wording(
        tasks.isEmpty()
            ? Optional.of(LearnedTask.NEXT_WORD)
            : tasks.size() == 1 ? Optional.of(tasks.get(0)) : Optional.empty());
  }

  boolean isOfWords() {
    return task.isPresent() && task.get() == LearnedTask.NEXT_WORD;
  }

  /** The loss, such as {@code cross-entropy}. */
  String loss() {
    return task.map(LearnedTask::lossName).orElse("loss");
  }

  /** The same at the beginning of a sentence. */
  String capitalLoss() {
    return loss().substring(0, 1).toUpperCase(Locale.ROOT) + loss().substring(1);
  }

  /** A loss with its unit. */
  String lossWithUnit(String figure) {
    return task.map(it -> it.withUnit(figure)).orElse(figure);
  }

  /** The label of the axis of losses. */
  String lossAxis() {
    String unit = task.map(LearnedTask::lossUnit).orElse("each task’s own");
    return unit.isEmpty() ? loss() : loss() + ", " + unit;
  }

  /** {@code word} or {@code step}. */
  String place() {
    return task.map(LearnedTask::place).orElse("step");
  }

  /** {@code words} or {@code steps}. */
  String places() {
    return place() + "s";
  }

  /** What distances are counted from. */
  String distanceAxis() {
    return isOfWords()
        ? "distance d, words back from the last context word"
        : "distance d, steps back from the step of the loss";
  }

  /** Where the lowest layer's gradient is measured. */
  String inputs() {
    return "the " + task.map(LearnedTask::inputs).orElse("inputs");
  }
}
