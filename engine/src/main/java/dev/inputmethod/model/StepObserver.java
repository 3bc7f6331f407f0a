package dev.inputmethod.model;

import dev.inputmethod.layer.ParameterValues;
import java.util.List;

/**
 * Looks into one step. Values are named after their parameter, such as {@code
 * recurrent1.forward.inputWeight}, and are valid only during the call.
 */
public interface StepObserver {
  /** Called with ∂L/∂θ of the mean loss over the batch, before any clipping. */
  void gradients(ParameterValues gradients);

  /**
   * Called after the update.
   *
   * @param updates Δθ, what was subtracted from θ
   * @param parameters θ
   */
  void updated(ParameterValues updates, ParameterValues parameters);

  /** Combines several observers of the same step. */
  static StepObserver all(List<StepObserver> observers) {
    List<StepObserver> all = List.copyOf(observers);
    return new StepObserver() {
      @Override
      public void gradients(ParameterValues gradients) {
        all.forEach(observer -> observer.gradients(gradients));
      }

      @Override
      public void updated(ParameterValues updates, ParameterValues parameters) {
        all.forEach(observer -> observer.updated(updates, parameters));
      }
    };
  }
}
