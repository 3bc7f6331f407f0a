package dev.inputmethod.model;

import dev.inputmethod.layer.GradientObserver;
import dev.inputmethod.layer.HiddenGradients;
import dev.inputmethod.task.Batch;
import java.util.Optional;

/** Keeps how attention was divided in one pass. */
public final class SeenAttention implements GradientObserver {
  private Optional<double[][]> weights = Optional.empty();

  private SeenAttention() {}

  /** Of the answers at the last step, {@code [batch][time]}; empty without attention. */
  public static Optional<double[][]> of(NextWordModel model, Batch batch) {
    SeenAttention seen = new SeenAttention();
    model.backpropagate(batch, seen);
    return seen.weights;
  }

  @Override
  public void attention(double[][] shown) {
    weights = Optional.of(shown);
  }

  @Override
  public void hidden(HiddenGradients gradients) {}

  @Override
  public void words(double[][] norms) {}
}
