package dev.inputmethod.layer;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Keeps what it was told last. */
final class CapturedGradients implements GradientObserver {
  private final Map<String, double[][]> hidden = new HashMap<>();
  private final Map<String, ObservedStates> states = new HashMap<>();
  private final Map<String, double[][]> cells = new HashMap<>();
  double[][] words = new double[0][];

  @Override
  public void hidden(HiddenGradients gradients) {
    hidden.put(gradients.level() + (gradients.backward() ? "b" : "f"), gradients.norms());
    cells.put(gradients.level() + (gradients.backward() ? "b" : "f"), gradients.cellNorms());
  }

  @Override
  public void words(double[][] norms) {
    words = norms;
  }

  double[][] hidden(int level, boolean backward) {
    return Objects.requireNonNull(hidden.get(level + (backward ? "b" : "f")));
  }

  double[][] cell(int level, boolean backward) {
    return Objects.requireNonNull(cells.get(level + (backward ? "b" : "f")));
  }

  @Override
  public boolean wantsStates() {
    return true;
  }

  @Override
  public void states(ObservedStates seen) {
    states.put(seen.level() + (seen.backward() ? "b" : "f"), seen);
  }

  ObservedStates states(int level, boolean backward) {
    return Objects.requireNonNull(states.get(level + (backward ? "b" : "f")));
  }
}
