package dev.inputmethod.model;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Looks into one step. Arrays are views by parameter name, such as {@code
 * recurrent1.forward.inputWeight}; they are not to be written to, and hold what they hold only
 * during the call.
 */
public interface StepObserver {
  /** ∂L/∂θ of the mean loss over the batch, before any clipping. */
  void gradients(Map<String, INDArray> gradients);

  /**
   * After the update.
   *
   * @param updates Δθ, after the updater: what was subtracted
   * @param parameters θ
   */
  void updated(Map<String, INDArray> updates, Map<String, INDArray> parameters);
}
