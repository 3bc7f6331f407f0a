package dev.inputmethod.probe;

import dev.inputmethod.layer.GradientObserver;
import dev.inputmethod.layer.HiddenGradients;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.task.Batch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures how far back the gradient of the loss at one step reaches, over the same examples
 * whenever it is asked: the mean over examples of ‖∂ℓ_T/∂x_{T−d}‖₂ and ‖∂ℓ_T/∂h_{T−d}‖₂. Padded
 * slots are left out.
 */
public final class ReachProbe {
  private final List<Batch> examples;

  /**
   * @param examples of one context length, with their padding
   */
  public ReachProbe(List<Batch> examples) {
    this.examples = List.copyOf(examples);
  }

  /** Backpropagates through the model, which learns nothing from it. */
  public Measurement.Reach measure(NextWordModel model, int epoch, long step) {
    DistanceMeans input = new DistanceMeans();
    Map<Place, DistanceMeans> hidden = new LinkedHashMap<>();
    for (Batch batch : examples) {
      model.backpropagate(
          batch,
          new GradientObserver() {
            @Override
            public void hidden(HiddenGradients gradients) {
              hidden
                  .computeIfAbsent(Place.of(gradients), place -> new DistanceMeans())
                  .add(gradients.norms(), batch.padding());
            }

            @Override
            public void words(double[][] norms) {
              input.add(norms, batch.padding());
            }
          });
    }
    List<HiddenReach> places = new ArrayList<>();
    hidden.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                places.add(
                    new HiddenReach(
                        entry.getKey().layer(),
                        entry.getKey().backward() ? "backward" : "forward",
                        entry.getValue().means())));
    return new Measurement.Reach(epoch, step, input.counts(), input.means(), places);
  }

  /** One direction of one layer, the lowest layer and the forward direction first. */
  private record Place(int layer, boolean backward) implements Comparable<Place> {
    static Place of(HiddenGradients gradients) {
      return new Place(gradients.level(), gradients.backward());
    }

    @Override
    public int compareTo(Place other) {
      return layer == other.layer
          ? Boolean.compare(backward, other.backward)
          : Integer.compare(layer, other.layer);
    }
  }
}
