package dev.inputmethod.layer;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Keeps what it was told last. */
final class CapturedGradients implements GradientObserver {
  private final Map<String, double[][]> hidden = new HashMap<>();
  double[][] words = new double[0][];

  @Override
  public void hidden(HiddenGradients gradients) {
    hidden.put(gradients.level() + (gradients.backward() ? "b" : "f"), gradients.norms());
  }

  @Override
  public void words(double[][] norms) {
    words = norms;
  }

  double[][] hidden(int level, boolean backward) {
    return Objects.requireNonNull(hidden.get(level + (backward ? "b" : "f")));
  }
}
