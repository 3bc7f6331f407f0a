package dev.inputmethod.training;

/** The loss is no number any more: the trial has failed. */
final class DivergedException extends Exception {
  private static final long serialVersionUID = 1L;

  DivergedException(int epoch, long step, double loss) {
    super(
        "the training loss became %s in epoch %d at step %d; lower training.learningRate"
            .formatted(loss, epoch, step));
  }
}
