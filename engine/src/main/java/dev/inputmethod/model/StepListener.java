package dev.inputmethod.model;

import dev.inputmethod.layer.FastNetwork;
import dev.inputmethod.layer.GradientClipping;
import dev.inputmethod.layer.ParameterNames;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/**
 * Shows a step to its observer, then clips the gradient. DL4J's order is: it computes the gradients
 * and calls {@link #onGradientCalculation}, the updater turns them into updates in place, the step
 * is taken, and {@link #iterationDone} is called.
 */
final class StepListener extends BaseTrainingListener {
  private final Optional<GradientClipping> clipping;
  private Optional<StepObserver> observer = Optional.empty();
  private Optional<Boolean> clipped = Optional.empty();

  StepListener(Optional<GradientClipping> clipping) {
    this.clipping = clipping;
  }

  /** Called before each step, which may make no update: forgets what the step before did. */
  void begin() {
    clipped = Optional.empty();
  }

  /** Whether the step's gradient was clipped; empty without an update or without clipping. */
  Optional<Boolean> clipped() {
    return clipped;
  }

  void observe(Optional<StepObserver> by) {
    this.observer = by;
  }

  @Override
  public void onGradientCalculation(Model model) {
    MultiLayerNetwork network = (MultiLayerNetwork) model;
    if (observer.isPresent() && network instanceof FastNetwork fast) {
      fast.observeStep();
    }
    observer.ifPresent(o -> o.gradients(ParameterNames.valuesOfGradients(network)));
    clipped = clipping.map(by -> by.clip(network));
  }

  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    MultiLayerNetwork network = (MultiLayerNetwork) model;
    observer.ifPresent(
        o ->
            o.updated(
                ParameterNames.valuesOfUpdates(network),
                ParameterNames.valuesOfParameters(network)));
  }
}
