package dev.inputmethod.reports.record;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of {@code measurements.jsonl}: what was observed at a step. Losses are in nats per word,
 * or as the task has them.
 */
public sealed interface Measurement {
  /** A distance with fewer full contexts than this is recorded, but not shown. */
  long LEAST_EXAMPLES = 100;

  /** How many distances, from 0 on, have enough full contexts behind them to be shown. */
  static int shownDistances(List<Long> examples) {
    int end = 0;
    while (end < examples.size() && examples.get(end) >= LEAST_EXAMPLES) {
      end++;
    }
    return end;
  }

  /** What was taken at one layer and direction. */
  sealed interface Place {
    /** Counted from 1, the lowest first. */
    int layer();

    /** Which way it reads. */
    Direction direction();

    /** The forward part of the layer nearest to the output; every network has one. */
    static <P extends Place> Optional<P> lastForward(List<P> places) {
      return places.stream()
          .filter(place -> place.direction() == Direction.FORWARD)
          .max(Comparator.comparingInt(Place::layer));
    }
  }

  /** The epoch, counted from 1; 0 is before training. */
  int epoch();

  /** Updates done so far. */
  long step();

  /**
   * Taken every few steps.
   *
   * @param trainingLoss mean cross-entropy of this step's batch, nats per word; or its mean squared
   *     error
   * @param globalNorm L2 norm of the whole gradient: of the mean over the batch, before clipping
   * @param parameters by parameter name, in the network's order, such as {@code
   *     recurrent1.forward.recurrentWeight}
   * @param clippedShare share of the steps since the previous measurement whose gradient was
   *     clipped; empty where nothing is clipped
   */
  record Step(
      int epoch,
      long step,
      double trainingLoss,
      double globalNorm,
      Map<String, Norms> parameters,
      Optional<Double> clippedShare)
      implements Measurement {
    public Step {
      parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Where nothing is clipped. */
    public Step(
        int epoch,
        long step,
        double trainingLoss,
        double globalNorm,
        Map<String, Norms> parameters) {
      this(epoch, step, trainingLoss, globalNorm, parameters, Optional.empty());
    }
  }

  /**
   * L2 norms of one parameter.
   *
   * @param gradient ∂L/∂θ, mean over the batch, before clipping
   * @param update Δθ, after the updater
   * @param value θ, after the update
   */
  record Norms(double gradient, double update, double value) {
    /** log₁₀(‖Δθ‖/‖θ‖), about −3 when all is well; not finite where one of them is 0. */
    public double log10UpdateRatio() {
      return Math.log10(update / value);
    }
  }

  /**
   * Taken at the end of each epoch.
   *
   * @param trainingLoss mean over the epoch's steps as they went
   * @param validationLoss over every validation target
   * @param lossMetric what both are: {@code crossEntropy}, nats per word, or {@code
   *     meanSquaredError}
   */
  record Epoch(int epoch, long step, double trainingLoss, double validationLoss, String lossMetric)
      implements Measurement {
    /** By cross-entropy. */
    public Epoch(int epoch, long step, double trainingLoss, double validationLoss) {
      this(epoch, step, trainingLoss, validationLoss, Metrics.CROSS_ENTROPY);
    }
  }

  /**
   * How far back the gradient of the loss at one step reaches; index d of each list is the distance
   * d from the last context word.
   *
   * @param examples full contexts behind each distance
   * @param input mean over those examples of ‖∂ℓ_T/∂x_{T−d}‖₂ at the embedded words
   * @param inputLow lower ends of 95 % of the bootstrap over examples; empty where there was none
   * @param inputHigh upper ends
   * @param inputDecay of the input curve, d ≥ 1; empty under a bidirectional layer, which hands
   *     gradient to both ends, and where there are too few distances
   * @param hidden the same of ∂ℓ_T/∂h_{T−d}, for each layer and direction
   */
  record Reach(
      int epoch,
      long step,
      Moment moment,
      List<Long> examples,
      List<Double> input,
      List<Double> inputLow,
      List<Double> inputHigh,
      Optional<Decay> inputDecay,
      List<HiddenReach> hidden)
      implements Measurement {
    public Reach {
      examples = List.copyOf(examples);
      input = List.copyOf(input);
      inputLow = List.copyOf(inputLow);
      inputHigh = List.copyOf(inputHigh);
      hidden = List.copyOf(hidden);
    }

    /** Curves alone. */
    public Reach(
        int epoch, long step, List<Long> examples, List<Double> input, List<HiddenReach> hidden) {
      this(
          epoch,
          step,
          Moment.ofStep(step),
          examples,
          input,
          List.of(),
          List.of(),
          Optional.empty(),
          hidden);
    }
  }

  /**
   * The reach at one layer and direction.
   *
   * @param layer counted from 1, the lowest first
   * @param norms ‖∂ℓ_T/∂h‖₂; index d is the distance from the last context word
   * @param joint LSTM: ‖(∂ℓ_T/∂h, ∂ℓ_T/∂c)‖₂, the state as it is handed to the next step, h and c
   *     as independent variables; empty for other cells
   * @param decay of {@code joint} where there is one, else of {@code norms}; of the backward
   *     direction over the steps it reads, which start at the far end; empty below a bidirectional
   *     layer
   */
  record HiddenReach(
      int layer, Direction direction, List<Double> norms, List<Double> joint, Optional<Decay> decay)
      implements Place {
    public HiddenReach {
      norms = List.copyOf(norms);
      joint = List.copyOf(joint);
    }

    /** The curve of h alone. */
    public HiddenReach(int layer, Direction direction, List<Double> norms) {
      this(layer, direction, norms, List.of(), Optional.empty());
    }

    /** Of the whole state: of h and c where there is a c. */
    public List<Double> state() {
      return joint.isEmpty() ? norms : joint;
    }
  }

  /**
   * Spectra of the recurrent weights, and of what the state goes through on the probe's contexts.
   *
   * @param places the lowest layer and the forward direction first
   */
  record Spectra(int epoch, long step, Moment moment, List<PlaceSpectra> places)
      implements Measurement {
    public Spectra {
      places = List.copyOf(places);
    }
  }

  /**
   * One layer and direction.
   *
   * @param recurrent of each gate's {@code [hidden, hidden]} block of the recurrent weight, by the
   *     gate's name; a plain RNN's only block is {@code state}
   * @param jacobian of ∂s_t/∂s_{t−1}, s being h, and (h, c) of an LSTM
   */
  record PlaceSpectra(
      int layer, Direction direction, Map<String, Spectrum> recurrent, JacobianSpectrum jacobian)
      implements Place {
    public PlaceSpectra {
      recurrent = Collections.unmodifiableMap(new LinkedHashMap<>(recurrent));
    }
  }

  /**
   * Of one matrix.
   *
   * @param largestSingularValue σ_max
   * @param spectralRadius max |λ|
   */
  record Spectrum(double largestSingularValue, double spectralRadius) {}

  /**
   * Of the state's Jacobians, over a few of the probe's examples and steps.
   *
   * @param matrices how many Jacobians the first four figures are over
   * @param largestSingularValue mean of their σ_max
   * @param highestSingularValue the greatest of them
   * @param spectralRadius mean of their max |λ|
   * @param highestSpectralRadius the greatest of them
   * @param examples over which the exponent is a mean
   * @param lyapunov ln ‖J_T⋯J_{T−n+1}‖₂ / n over the last n = min(T − 1, 64) steps, nats per step;
   *     below 0 the state forgets; not a number where the context is one word
   */
  record JacobianSpectrum(
      int matrices,
      double largestSingularValue,
      double highestSingularValue,
      double spectralRadius,
      double highestSpectralRadius,
      int examples,
      double lyapunov) {}

  /**
   * How a network with attention divides it among the states of the probe's contexts; index d of
   * each list is the distance d from the last state.
   *
   * @param examples full contexts behind each distance
   * @param weights mean over those examples of the attention weight, from 0 to 1; they sum to 1
   *     where all examples are of one length
   */
  record Attention(int epoch, long step, Moment moment, List<Long> examples, List<Double> weights)
      implements Measurement {
    public Attention {
      examples = List.copyOf(examples);
      weights = List.copyOf(weights);
    }

    /** How far back it looks: Σ d·a(d) / Σ a(d), steps. */
    public double meanDistance() {
      double moments = 0;
      double sum = 0;
      for (int d = 0; d < weights.size(); d++) {
        moments += d * weights.get(d);
        sum += weights.get(d);
      }
      return moments / sum;
    }
  }

  /** How much of what the cells compute is saturated, over all steps of the probe's contexts. */
  record Saturation(int epoch, long step, Moment moment, List<PlaceSaturation> places)
      implements Measurement {
    public Saturation {
      places = List.copyOf(places);
    }
  }

  /**
   * One layer and direction.
   *
   * @param gates the sigmoid gates by name; none of a plain RNN
   * @param tanhBeyond share of values with |tanh| above 0.97: of the plain RNN's and the GRU's
   *     {@code candidate} (the RNN's is its state), of the LSTM's {@code candidate} and {@code
   *     cell} = tanh(c); empty for ReLU
   * @param deadUnits share of ReLU units that are 0 at every step of every example; empty for other
   *     nonlinearities
   * @param gateHalfLife −ln 2 / ln (mean forget gate) of an LSTM, of the update gate of a GRU:
   *     steps after which half of what was stored is left; empty for a plain RNN
   */
  record PlaceSaturation(
      int layer,
      Direction direction,
      Map<String, GateShares> gates,
      Map<String, Double> tanhBeyond,
      Optional<Double> deadUnits,
      Optional<Double> gateHalfLife)
      implements Place {
    public PlaceSaturation {
      gates = Collections.unmodifiableMap(new LinkedHashMap<>(gates));
      tanhBeyond = Collections.unmodifiableMap(new LinkedHashMap<>(tanhBeyond));
    }
  }

  /**
   * Of one gate.
   *
   * @param closed share of activations below 0.1
   * @param open share above 0.9
   * @param mean of all
   */
  record GateShares(double closed, double open, double mean) {}
}
