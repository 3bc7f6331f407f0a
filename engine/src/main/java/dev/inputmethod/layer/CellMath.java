package dev.inputmethod.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The arithmetic of one cell, one time step at a time: what remains of a recurrent layer once the
 * matrix products are taken out.
 *
 * <p>Before {@link #forward} the sums stand where the gates will be. Before the first {@link
 * #backward}, {@link #prepareBackward} is called once with all steps, so that what needs no
 * gradient from above is computed in a few large operations.
 */
interface CellMath {

  /**
   * Whether the recurrent part of the last gate's sum, R·h + b, must be kept apart from the rest
   * (GRU: the reset gate scales it alone).
   */
  default boolean separatesRecurrentSum() {
    return false;
  }

  /** Turns sums into gates, and gates and the state before into the state. */
  void forward(Rows step);

  /** Writes the local derivatives into the gradients, for all steps at once. */
  void prepareBackward(Rows allSteps);

  /**
   * Completes the gradients of the sums.
   *
   * @param dHidden ∂L/∂h of this step, {@code [batch, hidden]}, not changed
   * @param dCell ∂L/∂c of this step as the later steps see it, {@code [batch, hidden]}; becomes
   *     that of the step before
   * @param dHiddenBefore ∂L/∂h of the step before; what does not go through the recurrent sum is
   *     added to it
   */
  void backward(Rows step, INDArray dHidden, INDArray dCell, INDArray dHiddenBefore);
}
