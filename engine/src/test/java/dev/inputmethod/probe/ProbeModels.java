package dev.inputmethod.probe;

import dev.inputmethod.ModelBuilder;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.layer.GradientObserver;
import dev.inputmethod.layer.HiddenGradients;
import dev.inputmethod.layer.ObservedStates;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.task.Batch;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Networks to probe, and what they show. */
final class ProbeModels {
  private ProbeModels() {}

  static ModelSettings settings(Cell cell, int layers, int hidden, Direction direction) {
    return new ModelBuilder()
        .sizes(4, hidden)
        .layers(layers)
        .direction(direction)
        .cell(cell)
        .build();
  }

  /** Keeps what one pass shows of every layer and direction. */
  static final class Shown implements GradientObserver {
    private final Map<String, ObservedStates> states = new HashMap<>();
    private final Map<String, HiddenGradients> gradients = new HashMap<>();

    static Shown of(NextWordModel model, Batch batch) {
      Shown shown = new Shown();
      model.backpropagate(batch, shown);
      return shown;
    }

    ObservedStates states(int level, boolean backward) {
      return Objects.requireNonNull(states.get(level + "" + backward));
    }

    HiddenGradients gradients(int level, boolean backward) {
      return Objects.requireNonNull(gradients.get(level + "" + backward));
    }

    @Override
    public void hidden(HiddenGradients seen) {
      gradients.put(seen.level() + "" + seen.backward(), seen);
    }

    @Override
    public void words(double[][] norms) {
      // Not kept.
    }

    @Override
    public boolean wantsStates() {
      return true;
    }

    @Override
    public void states(ObservedStates seen) {
      states.put(seen.level() + "" + seen.backward(), seen);
    }
  }
}
