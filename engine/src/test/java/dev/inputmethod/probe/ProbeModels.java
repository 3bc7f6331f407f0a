package dev.inputmethod.probe;

import dev.inputmethod.ModelBuilder;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.layer.GradientObserver;
import dev.inputmethod.layer.HiddenGradients;
import dev.inputmethod.layer.ObservedStates;
import dev.inputmethod.layer.Place;
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
    private final Map<Place, ObservedStates> states = new HashMap<>();
    private final Map<Place, HiddenGradients> gradients = new HashMap<>();

    static Shown of(NextWordModel model, Batch batch) {
      Shown shown = new Shown();
      model.backpropagate(batch, shown);
      return shown;
    }

    ObservedStates states(Place place) {
      return Objects.requireNonNull(states.get(place));
    }

    HiddenGradients gradients(Place place) {
      return Objects.requireNonNull(gradients.get(place));
    }

    @Override
    public void hidden(HiddenGradients seen) {
      gradients.put(seen.place(), seen);
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
      states.put(seen.place(), seen);
    }
  }
}
