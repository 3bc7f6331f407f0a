package dev.inputmethod.reports.record;

/**
 * How a trial did on a task with a known answer, beside what can be had without any memory.
 *
 * @param metric its name, such as {@code mean squared error}; the lower the better
 * @param value on the validation examples, at the best epoch
 * @param baseline of the best guess that remembers nothing
 */
public record KnownAnswer(String metric, double value, double baseline) {
  /**
   * What a guess can gain by luck, as a share of the baseline: of the adding problem the standard
   * error over 2,000 examples is 2.6 %, and the best of several epochs is chosen.
   */
  private static final double LUCK = 0.1;

  /** Whether something was remembered: clearly better than the baseline. */
  public boolean isLearned() {
    return isLearned(value, baseline);
  }

  /** Whether a loss is clearly below that of the best guess that remembers nothing. */
  public static boolean isLearned(double loss, double baseline) {
    return loss < baseline * (1 - LUCK);
  }
}
