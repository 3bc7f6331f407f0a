package dev.inputmethod.probe;

import static java.util.Objects.requireNonNull;

import dev.inputmethod.layer.ParameterValues;
import dev.inputmethod.model.StepObserver;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.Norms;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the L2 norms of every parameter's gradient, update and value in one step. */
public final class NormProbe implements StepObserver {
  private final Map<String, Double> gradients = new LinkedHashMap<>();
  private final Map<String, Norms> norms = new LinkedHashMap<>();

  @Override
  public void gradients(ParameterValues values) {
    gradients.clear();
    values.names().forEach(name -> gradients.put(name, values.norm(name)));
  }

  @Override
  public void updated(ParameterValues updates, ParameterValues parameters) {
    norms.clear();
    for (String name : parameters.names()) {
      norms.put(
          name,
          new Norms(
              requireNonNull(gradients.get(name)), updates.norm(name), parameters.norm(name)));
    }
  }

  /** What was seen of the last step. */
  public Measurement.Step measurement(int epoch, long step, double trainingLoss) {
    double squares = 0;
    for (double gradient : gradients.values()) {
      squares += gradient * gradient;
    }
    return new Measurement.Step(epoch, step, trainingLoss, Math.sqrt(squares), norms);
  }
}
