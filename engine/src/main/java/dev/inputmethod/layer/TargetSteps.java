package dev.inputmethod.layer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Switches a network that ends in {@link FinalState} or {@link StateAttention} and {@link
 * SoftmaxOutput} between one target, after the last step, and a target at every step. The
 * parameters are the same ones.
 *
 * <p>At every step the output sees what it would see if that step were the last: no later one.
 */
public final class TargetSteps {
  private TargetSteps() {}

  /** From now on there is a target at every step: {@code [batch, time]}. */
  public static void every(MultiLayerNetwork network) {
    for (RecurrentLayer layer : RecurrentLayers.of(network)) {
      if (layer.layerConf().bidirectional()) {
        throw new IllegalArgumentException(
            "a bidirectional layer has read the words that it would have to predict "
                + layer.layerConf());
      }
    }
    set(network, true);
  }

  /** From now on there is one target, after the last step: {@code [batch, 1]}. As at first. */
  public static void last(MultiLayerNetwork network) {
    set(network, false);
  }

  private static void set(MultiLayerNetwork network, boolean every) {
    for (Layer layer : network.getLayers()) {
      if (layer instanceof StepChoice choice) {
        choice.targetsAtEveryStep(every);
      }
    }
  }
}
