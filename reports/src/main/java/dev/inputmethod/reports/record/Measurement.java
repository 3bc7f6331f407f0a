package dev.inputmethod.reports.record;

import java.util.List;
import java.util.Map;

/**
 * One line of {@code measurements.jsonl}: what was observed at a step. Losses are in nats per word.
 */
public sealed interface Measurement {
  /** The epoch, counted from 1; 0 is before training. */
  int epoch();

  /** Updates done so far. */
  long step();

  /**
   * Taken every few steps.
   *
   * @param trainingLoss mean cross-entropy of this step's batch, nats per word
   * @param globalNorm L2 norm of the whole gradient: of the mean over the batch, before clipping
   * @param parameters by parameter name, in the network's order, such as {@code
   *     recurrent1.forward.recurrentWeight}
   */
  record Step(
      int epoch, long step, double trainingLoss, double globalNorm, Map<String, Norms> parameters)
      implements Measurement {
    public Step {
      parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
    }
  }

  /**
   * L2 norms of one parameter.
   *
   * @param gradient ∂L/∂θ, mean over the batch, before clipping
   * @param update Δθ, after the updater
   * @param value θ, after the update
   */
  record Norms(double gradient, double update, double value) {}

  /**
   * Taken at the end of each epoch.
   *
   * @param trainingLoss mean over the epoch's steps as they went, nats per word
   * @param validationCrossEntropy over every validation target, nats per word
   */
  record Epoch(int epoch, long step, double trainingLoss, double validationCrossEntropy)
      implements Measurement {}

  /**
   * How far back the gradient of the loss at one step reaches; index d of each list is the distance
   * d from the last context word.
   *
   * @param examples real (unpadded) examples behind each distance
   * @param input mean over those examples of ‖∂ℓ_T/∂x_{T−d}‖₂ at the embedded words
   * @param hidden the same of ∂ℓ_T/∂h_{T−d}, for each layer and direction
   */
  record Reach(
      int epoch, long step, List<Long> examples, List<Double> input, List<HiddenReach> hidden)
      implements Measurement {
    public Reach {
      examples = List.copyOf(examples);
      input = List.copyOf(input);
      hidden = List.copyOf(hidden);
    }
  }

  /**
   * The reach at one layer and direction.
   *
   * @param layer counted from 1, the lowest first
   * @param direction {@code forward} or {@code backward}
   * @param norms index d is the distance from the last context word
   */
  record HiddenReach(int layer, String direction, List<Double> norms) {
    public HiddenReach {
      norms = List.copyOf(norms);
    }
  }
}
