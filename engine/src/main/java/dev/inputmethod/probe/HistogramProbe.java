package dev.inputmethod.probe;

import dev.inputmethod.layer.ParameterValues;
import dev.inputmethod.model.StepObserver;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies every parameter and its gradient in one step, for histograms. */
public final class HistogramProbe implements StepObserver {
  private final Map<String, float[]> gradients = new LinkedHashMap<>();
  private final Map<String, float[]> parameters = new LinkedHashMap<>();

  @Override
  public void gradients(ParameterValues values) {
    copy(values, gradients);
  }

  @Override
  public void updated(ParameterValues updates, ParameterValues values) {
    copy(values, parameters);
  }

  private static void copy(ParameterValues values, Map<String, float[]> into) {
    into.clear();
    values.names().forEach(name -> into.put(name, values.copy(name)));
  }

  /** ∂L/∂θ of the last step, by parameter name. */
  public Map<String, float[]> gradients() {
    return new LinkedHashMap<>(gradients);
  }

  /** θ after the last step, by parameter name. */
  public Map<String, float[]> parameters() {
    return new LinkedHashMap<>(parameters);
  }
}
