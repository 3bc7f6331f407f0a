package dev.inputmethod.model;

import dev.inputmethod.layer.FastNetwork;
import dev.inputmethod.layer.GradientClipping;
import dev.inputmethod.layer.ParameterNames;
import java.util.Optional;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;

/**
 * Shows a step to whoever observes it, and clips its gradient behind that. DL4J calls in this
 * order: gradients are computed, the updater turns them into updates in place, the step is taken,
 * the iteration is done.
 */
final class StepListener extends BaseTrainingListener {
  private final Optional<GradientClipping> clipping;
  private Optional<StepObserver> observer = Optional.empty();
  private Optional<Boolean> clipped = Optional.empty();

  StepListener(Optional<GradientClipping> clipping) {
    this.clipping = clipping;
  }

  /** Forgets the step before: whether this one makes an update is not known yet. */
  void begin() {
    clipped = Optional.empty();
  }

  /** Whether the gradient of the step's update was clipped; empty where there was none to clip. */
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
