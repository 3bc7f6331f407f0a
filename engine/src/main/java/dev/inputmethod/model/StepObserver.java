package dev.inputmethod.model;

import dev.inputmethod.layer.ParameterValues;
import java.util.List;

/**
 * Looks into one step. Values go by parameter name, such as {@code recurrent1.forward.inputWeight},
 * and hold only during the call.
 */
public interface StepObserver {
  /** ∂L/∂θ of the mean loss over the batch, before any clipping. */
  void gradients(ParameterValues gradients);

  /**
   * After the update.
   *
   * @param updates Δθ, after the updater: what was subtracted
   * @param parameters θ
   */
  void updated(ParameterValues updates, ParameterValues parameters);

  /** Several that look into the same step. */
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
