package dev.inputmethod.training;

import java.util.Locale;

/** The loss is no number any more: the trial has failed. */
final class DivergedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param split whose loss it is, such as {@code training}
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

  /** One sentence for the user. */
  String reason() {
    return reason;
  }

  @Override
  public String getMessage() {
    return reason;
  }
}
