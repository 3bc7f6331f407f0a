package dev.inputmethod.layer;

/**
 * Receives, during a backward pass, how large the gradient is at every step.
 *
 * <p>All values refer to an example's own loss, not to the mean over the batch: the gradient of the
 * mean loss times the batch size. With one target an example that is exactly the example's
 * cross-entropy; with a target at every step it is the example's share of the mean.
 */
public interface GradientObserver {

  /** ‖∂L/∂h_t‖ of one layer and direction. */
  void hidden(HiddenGradients gradients);

  /**
   * ‖∂L/∂x_t‖₂ at the words as embedded, the lowest recurrent layer's input before dropout.
   *
   * @param norms {@code [batch][time]}, 0 at padded steps
   */
  void words(double[][] norms);

  /**
   * How the answer at the last step divided its attention among the states. Not called for a
   * network without attention.
   *
   * @param weights {@code [batch][time]}, from 0 to 1, each row with the sum 1
   */
  default void attention(double[][] weights) {}

  /** Whether to call {@link #states}, which takes copies of all that the cells computed. */
  default boolean wantsStates() {
    return false;
  }

  /** What one layer and direction computed on its way forward. */
  default void states(ObservedStates states) {}
}
