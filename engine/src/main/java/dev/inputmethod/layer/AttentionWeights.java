package dev.inputmethod.layer;

import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Shows what a network with {@link StateAttention} looked at. */
public final class AttentionWeights {
  private AttentionWeights() {}

  /**
   * How the last forward pass divided the attention of its last query, the state at the last step,
   * among all steps: {@code [batch][time]}, each row sums to 1; empty for a network without
   * attention.
   *
   * @throws IllegalStateException if there was no such pass
   */
  public static Optional<double[][]> of(MultiLayerNetwork network) {
    for (Layer layer : network.getLayers()) {
      if (layer instanceof StateAttentionLayer attention) {
        return Optional.of(attention.finalWeights());
      }
    }
    return Optional.empty();
  }
}
