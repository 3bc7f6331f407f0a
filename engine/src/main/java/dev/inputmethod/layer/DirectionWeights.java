package dev.inputmethod.layer;

import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

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
        views.get(prefix + RecurrentParameters.INPUT_WEIGHT),
        views.get(prefix + RecurrentParameters.RECURRENT_WEIGHT),
        Optional.ofNullable(views.get(prefix + RecurrentParameters.INPUT_BIAS)),
        Optional.ofNullable(views.get(prefix + RecurrentParameters.RECURRENT_BIAS)));
  }

  /** Both biases together, for the cells that only ever see their sum. */
  Optional<INDArray> biasSum() {
    return inputBias.flatMap(bias -> recurrentBias.map(bias::add));
  }
}
