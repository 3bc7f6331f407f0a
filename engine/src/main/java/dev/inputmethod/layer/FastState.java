package dev.inputmethod.layer;

import dev.inputmethod.kernel.AdamRates;
import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.Span;
import java.util.Arrays;

/**
 * What the fast form learns: parameters, their gradients and Adam's moments, each one flat array.
 */
final class FastState {
  private final Kernels kernels;
  private final float[] parameters;
  private final float[] gradients;
  private final float[] first;
  private final float[] second;
  private float[] updates = {};

  FastState(Kernels kernels, float[] parameters) {
    this.kernels = kernels;
    this.parameters = parameters;
    this.gradients = new float[parameters.length];
    this.first = new float[parameters.length];
    this.second = new float[parameters.length];
  }

  float[] parameters() {
    return parameters;
  }

  float[] gradients() {
    return gradients;
  }

  /** θ before the last step that was to keep it − θ after that step. */
  float[] updates() {
    return updates;
  }

  /** Writes over the parameters. */
  void set(float[] values) {
    System.arraycopy(values, 0, parameters, 0, parameters.length);
  }

  /** m of all parameters, then v of all, as DL4J lays them out. */
  float[] moments() {
    float[] moments = Arrays.copyOf(first, 2 * first.length);
    System.arraycopy(second, 0, moments, first.length, second.length);
    return moments;
  }

  void setMoments(float[] moments) {
    System.arraycopy(moments, 0, first, 0, first.length);
    System.arraycopy(moments, first.length, second, 0, second.length);
  }

  /**
   * One step of Adam with the gradients as they are.
   *
   * @param keepUpdates whether {@link #updates} is wanted, which costs a copy
   */
  void step(AdamRates rates, boolean keepUpdates) {
    if (keepUpdates) {
      updates = updates.length == 0 ? new float[parameters.length] : updates;
      System.arraycopy(parameters, 0, updates, 0, updates.length);
    }
    kernels.adam(
        new Span(parameters, 0),
        new Span(gradients, 0),
        new Span(first, 0),
        new Span(second, 0),
        parameters.length,
        rates);
    if (keepUpdates) {
      for (int i = 0; i < updates.length; i++) {
        updates[i] -= parameters[i];
      }
    }
  }
}
