package dev.inputmethod.layer;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Keeps what it was told last. */
final class CapturedGradients implements GradientObserver {
  private final Map<Place, double[][]> hidden = new HashMap<>();
  private final Map<Place, ObservedStates> states = new HashMap<>();
  private final Map<Place, double[][]> cells = new HashMap<>();
  double[][] words = new double[0][];

  @Override
  public void hidden(HiddenGradients gradients) {
    hidden.put(gradients.place(), gradients.norms());
    cells.put(gradients.place(), gradients.cellNorms());
  }

  @Override
  public void words(double[][] norms) {
    words = norms;
  }

  double[][] hidden(int level, boolean backward) {
    return Objects.requireNonNull(hidden.get(new Place(level, backward)));
  }

  double[][] cell(int level, boolean backward) {
    return Objects.requireNonNull(cells.get(new Place(level, backward)));
  }

  @Override
  public boolean wantsStates() {
    return true;
  }

  @Override
  public void states(ObservedStates seen) {
    states.put(seen.place(), seen);
  }

  ObservedStates states(int level, boolean backward) {
    return Objects.requireNonNull(states.get(new Place(level, backward)));
  }
}
