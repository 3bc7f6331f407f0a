package dev.inputmethod.probe;

import static java.util.Objects.requireNonNull;

import dev.inputmethod.model.StepObserver;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.Norms;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Takes the L2 norms of every parameter's gradient, update and value in one step. */
public final class NormProbe implements StepObserver {
  private final Map<String, Double> gradients = new LinkedHashMap<>();
  private final Map<String, Norms> norms = new LinkedHashMap<>();

  @Override
  public void gradients(Map<String, INDArray> views) {
    gradients.clear();
    views.forEach((name, view) -> gradients.put(name, norm(view)));
  }

  @Override
  public void updated(Map<String, INDArray> updates, Map<String, INDArray> parameters) {
    norms.clear();
    parameters.forEach(
        (name, parameter) ->
            norms.put(
                name,
                new Norms(
                    requireNonNull(gradients.get(name)),
                    norm(requireNonNull(updates.get(name))),
                    norm(parameter))));
  }

  /** What was seen of the last step. */
  public Measurement.Step measurement(int epoch, long step, double trainingLoss) {
    double squares = 0;
    for (double gradient : gradients.values()) {
      squares += gradient * gradient;
    }
    return new Measurement.Step(epoch, step, trainingLoss, Math.sqrt(squares), norms);
  }

  private static double norm(INDArray array) {
    return array.norm2Number().doubleValue();
  }
}
