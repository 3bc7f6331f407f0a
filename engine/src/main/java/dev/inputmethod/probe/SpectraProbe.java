package dev.inputmethod.probe;

import dev.inputmethod.layer.GradientObserver;
import dev.inputmethod.layer.HiddenGradients;
import dev.inputmethod.layer.ObservedStates;
import dev.inputmethod.layer.ObservedWeights;
import dev.inputmethod.layer.Place;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.JacobianSpectrum;
import dev.inputmethod.reports.record.Measurement.PlaceSpectra;
import dev.inputmethod.reports.record.Measurement.Spectrum;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.task.Batch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures spectra of the recurrent weights, and of what the state goes through on a few contexts.
 * How many is chosen by size alone, so that it costs little beside an epoch.
 */
final class SpectraProbe {
  /** Contexts that exponents are taken over. */
  private static final int EXAMPLES = 4;

  /** Steps that an exponent is taken over at the most, the nearest to the target. */
  private static final int LONGEST_PRODUCT = 64;

  /** Eigenvalues cost about size³: so many Jacobians of this size or smaller, fewer above. */
  private static final int MATRICES = 2;

  private static final int SIZE_OF_ALL = 128;

  private final Batch examples;

  /**
   * @param examples at least one, of which the first few are looked at
   */
  SpectraProbe(Batch examples) {
    this.examples = examples;
  }

  /** Takes a measurement; empty where the model shows no states. */
  Optional<Measurement> measure(NextWordModel model, int epoch, long step, Moment moment) {
    Map<Place, ObservedStates> seen = new LinkedHashMap<>();
    model.backpropagate(examples, new StatesOnly(seen));
    List<PlaceSpectra> places = new ArrayList<>();
    for (ObservedWeights weights : model.recurrentWeights()) {
      Place place = weights.place();
      ObservedStates states = seen.get(place);
      if (states != null) {
        places.add(
            new PlaceSpectra(
                place.layer(),
                Directions.of(place),
                recurrent(weights),
                jacobian(weights, states)));
      }
    }
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(new Measurement.Spectra(epoch, step, moment, places));
  }

  private static Map<String, Spectrum> recurrent(ObservedWeights weights) {
    Map<String, Spectrum> spectra = new LinkedHashMap<>();
    List<String> names = Gates.names(weights.cell());
    for (int gate = 0; gate < names.size(); gate++) {
      spectra.put(
          names.get(gate), SquareMatrix.spectrum(weights.block(gate), weights.hiddenSize()));
    }
    return spectra;
  }

  private static JacobianSpectrum jacobian(ObservedWeights weights, ObservedStates states) {
    double norms = 0;
    double highestNorm = 0;
    double radii = 0;
    double highestRadius = 0;
    int matrices = states.time() < 2 ? 0 : matrices(weights);
    for (int i = 0; i < matrices; i++) {
      // Spread over examples, and over the context's later half, where states have settled.
      int nth = states.time() - 1 - (i * Math.max(1, states.time() / 2)) / matrices;
      StepJacobian at = new StepJacobian(weights, states, i % examples(states), Math.max(1, nth));
      Spectrum spectrum = SquareMatrix.spectrum(at.dense(), at.size());
      norms += spectrum.largestSingularValue();
      radii += spectrum.spectralRadius();
      highestNorm = Math.max(highestNorm, spectrum.largestSingularValue());
      highestRadius = Math.max(highestRadius, spectrum.spectralRadius());
    }
    return new JacobianSpectrum(
        matrices,
        norms / matrices,
        highestNorm,
        radii / matrices,
        highestRadius,
        examples(states),
        SquareMatrix.rounded(lyapunov(weights, states)));
  }

  private static int examples(ObservedStates states) {
    return Math.min(EXAMPLES, states.batch());
  }

  private static int matrices(ObservedWeights weights) {
    int size = weights.hiddenSize() * (weights.cell().hasCellState() ? 2 : 1);
    return Math.max(1, MATRICES * SIZE_OF_ALL / Math.max(size, SIZE_OF_ALL));
  }

  private static double lyapunov(ObservedWeights weights, ObservedStates states) {
    int last = states.time() - 1;
    int first = Math.max(1, states.time() - LONGEST_PRODUCT);
    double sum = 0;
    for (int example = 0; example < examples(states); example++) {
      List<StepJacobian> factors = new ArrayList<>();
      for (int nth = first; nth <= last; nth++) {
        factors.add(new StepJacobian(weights, states, example, nth));
      }
      sum += factors.isEmpty() ? Double.NaN : JacobianProduct.logNorm(factors) / factors.size();
    }
    return sum / examples(states);
  }

  /** Keeps the states and passes over the gradients. */
  private record StatesOnly(Map<Place, ObservedStates> seen) implements GradientObserver {
    @Override
    public void hidden(HiddenGradients gradients) {
      // Not asked for here.
    }

    @Override
    public void words(double[][] norms) {
      // Not asked for here.
    }

    @Override
    public boolean wantsStates() {
      return true;
    }

    @Override
    public void states(ObservedStates states) {
      seen.put(states.place(), states);
    }
  }
}
