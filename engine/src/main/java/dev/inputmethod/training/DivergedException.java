package dev.inputmethod.training;

import java.util.Locale;

/** Thrown when a loss is not a finite number: the trial has failed. */
final class DivergedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param split the one whose loss it is, such as {@code training}
   */
  DivergedException(String split, int epoch, long step, double loss) {
    reason =
        String.format(
            Locale.ROOT,
            "the %s loss became %s in epoch %d at step %d; lower training.learningRate",
            split,
            loss,
            epoch,
            step);
  }

  /** What happened, as one sentence for the user. */
  String reason() {
    return reason;
  }

  @Override
  public String getMessage() {
    return reason;
  }
}
