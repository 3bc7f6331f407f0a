package dev.inputmethod.reports.record;

/**
 * How a trial did on a task whose answer is known: beside what can be had without any memory.
 *
 * @param metric its name, such as {@code mean squared error}
 * @param value on the validation examples, at the best epoch
 * @param baseline of the best guess that remembers nothing
 * @param lowerIsBetter false of an accuracy
 */
public record KnownAnswer(String metric, double value, double baseline, boolean lowerIsBetter) {
  /**
   * More than a guess wins by luck, as a share of what there is to win: of the adding problem the
   * standard error over 2,000 examples is 2.6 %, and the best of several epochs is chosen.
   */
  private static final double LUCK = 0.1;

  /** Whether something was remembered: clearly better than the baseline. */
  public boolean isLearned() {
    return lowerIsBetter ? value < baseline * (1 - LUCK) : value > baseline + LUCK * (1 - baseline);
  }
}
