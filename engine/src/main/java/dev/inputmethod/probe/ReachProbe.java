package dev.inputmethod.probe;

import dev.inputmethod.layer.GradientObserver;
import dev.inputmethod.layer.HiddenGradients;
import dev.inputmethod.layer.ObservedStates;
import dev.inputmethod.layer.Place;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.gradient.DecayFit;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.PlaceSaturation;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.task.Batch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Measures how far back the gradient of the loss at one step reaches, over the same examples
 * whenever it is asked: the mean over examples of ‖∂ℓ_T/∂x_{T−d}‖₂ and ‖∂ℓ_T/∂s_{T−d}‖₂, s being h
 * and (h, c). The same pass shows how saturated the cells are, and what attention looks at.
 */
final class ReachProbe {
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  private final List<Batch> examples;
  private final Bootstrap bootstrap;

  /**
   * @param examples of one length; what is padded in them does not count
   */
  ReachProbe(List<Batch> examples) {
    this.examples = List.copyOf(examples);
    this.bootstrap = new Bootstrap(examples.stream().mapToInt(Batch::size).sum());
  }

  /** Backpropagates through the model, which learns nothing from it. */
  List<Measurement> measure(NextWordModel model, int epoch, long step, Moment moment) {
    Seen seen = new Seen();
    for (Batch batch : examples) {
      seen.padding = batch.padding();
      model.backpropagate(batch, seen);
    }
    List<Measurement> measurements = new ArrayList<>();
    measurements.add(reach(seen, epoch, step, moment));
    if (!seen.saturation.isEmpty()) {
      List<PlaceSaturation> places = new ArrayList<>();
      seen.saturation.forEach((place, count) -> places.add(count.at(place)));
      measurements.add(new Measurement.Saturation(epoch, step, moment, places));
    }
    if (!seen.attention.isEmpty()) {
      measurements.add(
          new Measurement.Attention(
              epoch, step, moment, seen.attention.counts(), seen.attention.mean()));
    }
    return measurements;
  }

  private Measurement.Reach reach(Seen seen, int epoch, long step, Moment moment) {
    boolean bothWays = seen.hidden.keySet().stream().anyMatch(Place::backward);
    int top = seen.hidden.isEmpty() ? 0 : seen.hidden.lastKey().layer();
    List<Double> input = seen.input.mean();
    List<List<Double>> resampled = seen.input.resampled(bootstrap);
    List<HiddenReach> places = new ArrayList<>();
    seen.hidden.forEach(
        (place, curves) -> places.add(hidden(place, curves, !bothWays || place.layer() == top)));
    return new Measurement.Reach(
        epoch,
        step,
        moment,
        seen.input.counts(),
        input,
        ExampleCurves.quantiles(resampled, LOW),
        ExampleCurves.quantiles(resampled, HIGH),
        // Under a bidirectional layer both ends are near: no decay runs from one to the other.
        bothWays ? Optional.empty() : DecayFit.of(input, resampled),
        places);
  }

  private HiddenReach hidden(Place place, StateCurves curves, boolean fitted) {
    ExampleCurves state = curves.joint.isEmpty() ? curves.hidden : curves.joint;
    Optional<Decay> decay =
        fitted
            ? DecayFit.of(
                bySteps(place, state.mean()),
                state.resampled(bootstrap).stream().map(each -> bySteps(place, each)).toList())
            : Optional.empty();
    return new HiddenReach(
        place.layer(), Directions.of(place), curves.hidden.mean(), curves.joint.mean(), decay);
  }

  /** The backward direction begins at the far end: there it has made no step yet. */
  private static List<Double> bySteps(Place place, List<Double> byDistance) {
    if (!place.backward()) {
      return byDistance;
    }
    List<Double> turned = new ArrayList<>(byDistance);
    Collections.reverse(turned);
    return turned;
  }

  private static final class StateCurves {
    private final ExampleCurves hidden = new ExampleCurves();
    private final ExampleCurves joint = new ExampleCurves();
  }

  /** Collects what is observed of every batch. */
  private static final class Seen implements GradientObserver {
    private int[] padding = {};
    private final ExampleCurves input = new ExampleCurves();
    private final SortedMap<Place, StateCurves> hidden = new TreeMap<>();
    private final Map<Place, SaturationCount> saturation = new TreeMap<>();
    private final ExampleCurves attention = new ExampleCurves();

    @Override
    public void hidden(HiddenGradients gradients) {
      StateCurves curves = hidden.computeIfAbsent(gradients.place(), place -> new StateCurves());
      curves.hidden.add(gradients.norms(), padding);
      if (gradients.hasCell()) {
        curves.joint.add(gradients.norms(), gradients.cellNorms(), padding);
      }
    }

    @Override
    public void words(double[][] norms) {
      input.add(norms, padding);
    }

    @Override
    public void attention(double[][] weights) {
      attention.add(weights, padding);
    }

    @Override
    public boolean wantsStates() {
      return true;
    }

    @Override
    public void states(ObservedStates states) {
      saturation
          .computeIfAbsent(
              states.place(), place -> new SaturationCount(states.cell(), states.hiddenSize()))
          .add(states);
    }
  }
}
