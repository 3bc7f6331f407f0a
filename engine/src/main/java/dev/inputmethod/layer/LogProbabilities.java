package dev.inputmethod.layer;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The logarithms of what a network with a {@link SoftmaxOutput} believes, for inference. */
public final class LogProbabilities {
  private LogProbabilities() {}

  /**
   * ln p of every word, in nats: {@code [batch, words]}, or {@code [batch, words, time]} for a
   * network without {@link FinalState}.
   *
   * @param input word ids, {@code [batch, time]}
   * @param mask {@code [batch, time]}, padded on the right
   */
  public static INDArray of(MultiLayerNetwork network, INDArray input, Optional<INDArray> mask) {
    SoftmaxOutputLayer output = output(network);
    int top = network.getnLayers() - 1;
    mask.ifPresent(padding -> network.setLayerMaskArrays(padding, null));
    try {
      List<INDArray> activations = network.feedForwardToLayer(top - 1, input, false);
      return output.logProbabilities(activations.get(top));
    } finally {
      network.clearLayerMaskArrays();
    }
  }

  /** The same of a network with one answer an example, row-major {@code [batch, words]}. */
  public static float[] rows(MultiLayerNetwork network, INDArray input) {
    output(network);
    return network instanceof FastNetwork fast
        ? fast.answers(input, 1)
        : of(network, input, Optional.empty()).dup('c').data().asFloat();
  }

  private static SoftmaxOutputLayer output(MultiLayerNetwork network) {
    if (network.getLayer(network.getnLayers() - 1) instanceof SoftmaxOutputLayer output) {
      return output;
    }
    throw new IllegalArgumentException("the network's last layer is not a SoftmaxOutput");
  }
}
