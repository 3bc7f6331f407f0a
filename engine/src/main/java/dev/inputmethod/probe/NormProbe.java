package dev.inputmethod.probe;

import static java.util.Objects.requireNonNull;

import dev.inputmethod.layer.ParameterValues;
import dev.inputmethod.model.StepObserver;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.Norms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Takes the L2 norms of every parameter's gradient, update and value in one step. */
public final class NormProbe implements StepObserver {
  private final Map<String, Double> gradients = new LinkedHashMap<>();
  private final Map<String, Norms> norms = new LinkedHashMap<>();
  private long clippable;
  private long clipped;

  /**
   * Counts a step whose gradient may have been clipped; the share of those that were goes into the
   * next measurement.
   */
  public void clipped(boolean clippedNow) {
    clippable++;
    clipped += clippedNow ? 1 : 0;
  }

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
    Optional<Double> clippedShare =
        clippable == 0 ? Optional.empty() : Optional.of((double) clipped / clippable);
    clippable = 0;
    clipped = 0;
    return new Measurement.Step(epoch, step, trainingLoss, Math.sqrt(squares), norms, clippedShare);
  }
}
