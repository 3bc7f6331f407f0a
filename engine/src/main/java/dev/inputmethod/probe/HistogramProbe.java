package dev.inputmethod.probe;

import dev.inputmethod.model.StepObserver;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies every parameter and its gradient in one step, for histograms. */
public final class HistogramProbe implements StepObserver {
  private final Map<String, float[]> gradients = new LinkedHashMap<>();
  private final Map<String, float[]> parameters = new LinkedHashMap<>();

  @Override
  public void gradients(Map<String, INDArray> views) {
    copy(views, gradients);
  }

  @Override
  public void updated(Map<String, INDArray> updates, Map<String, INDArray> views) {
    copy(views, parameters);
  }

  private static void copy(Map<String, INDArray> views, Map<String, float[]> into) {
    into.clear();
    views.forEach((name, view) -> into.put(name, view.dup().data().asFloat()));
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
