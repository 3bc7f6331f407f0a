package dev.inputmethod.layer;

import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;

/**
 * The parameters of one direction, or their gradients.
 *
 * @param input {@code [G·hidden, nIn]}
 * @param recurrent {@code [G·hidden, hidden]}
 * @param inputBias {@code [G·hidden]}
 * @param recurrentBias {@code [G·hidden]}
 */
record DirectionWeights(
    INDArray input,
    INDArray recurrent,
    Optional<INDArray> inputBias,
    Optional<INDArray> recurrentBias) {

  static DirectionWeights of(Map<String, INDArray> views, boolean reversed) {
    String prefix = RecurrentParameters.prefix(reversed);
    return new DirectionWeights(
        Parameters.view(views, prefix + RecurrentParameters.INPUT_WEIGHT),
        Parameters.view(views, prefix + RecurrentParameters.RECURRENT_WEIGHT),
        Optional.ofNullable(views.get(prefix + RecurrentParameters.INPUT_BIAS)),
        Optional.ofNullable(views.get(prefix + RecurrentParameters.RECURRENT_BIAS)));
  }

  /** One gate's recurrent weight, {@code [hidden, hidden]}. */
  INDArray recurrent(int gate) {
    long hidden = recurrent.size(1);
    return Matrices.rows(recurrent, gate * hidden, hidden);
  }

  /**
   * Both biases together, {@code [G·hidden]}; if the last gate's recurrent sum is apart, without
   * its bias.
   */
  Optional<INDArray> biasOfSums(boolean lastApart) {
    if (inputBias.isEmpty() || recurrentBias.isEmpty()) {
      return Optional.empty();
    }
    INDArray sum = inputBias.get().add(recurrentBias.get());
    if (lastApart) {
      sum.get(last()).assign(inputBias.get().get(last()));
    }
    return Optional.of(sum);
  }

  /** The last gate's recurrent bias, {@code [hidden]}. */
  Optional<INDArray> lastRecurrentBias() {
    return recurrentBias.map(bias -> bias.get(last()));
  }

  private INDArrayIndex last() {
    return interval(recurrent.size(0) - recurrent.size(1), recurrent.size(0));
  }
}
