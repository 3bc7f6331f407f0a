package dev.inputmethod.model;

import dev.inputmethod.layer.RecurrentState;
import dev.inputmethod.layer.TargetSteps;
import dev.inputmethod.task.Batch;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Updates with a target at every word: each row starts from the state in which the same row of the
 * batch before ended, unless a sequence begins in it. The state is a number like any other input,
 * so no gradient goes beyond it. Between updates the network is as it was, with one target an
 * example and empty states.
 */
final class CarriedSteps {
  private final MultiLayerNetwork network;
  private Optional<RecurrentState> state = Optional.empty();

  CarriedSteps(MultiLayerNetwork network) {
    this.network = network;
  }

  /** One update; gives the mean loss over the targets before it, 0 where there was none. */
  double step(Batch pieces) {
    INDArray words = matrix(pieces, pieces.contexts());
    TargetSteps.every(network);
    state.ifPresent(ended -> ended.emptiedWhere(pieces.begins()).startIn(network));
    try {
      double loss = 0;
      if (pieces.targetCount() > 0) {
        network.fit(words, matrix(pieces, pieces.targets()), null, mask(pieces));
        loss = network.score();
      } else {
        network.output(words);
      }
      state = Optional.of(RecurrentState.finalOf(network));
      return loss;
    } finally {
      TargetSteps.last(network);
      RecurrentState.startFromZeros(network);
    }
  }

  private static INDArray matrix(Batch pieces, int[] ids) {
    return Nd4j.createFromArray(ids)
        .reshape(pieces.size(), pieces.contextLength())
        .castTo(DataType.FLOAT);
  }

  private static INDArray mask(Batch pieces) {
    float[] mask = new float[pieces.counted().length];
    for (int slot = 0; slot < mask.length; slot++) {
      mask[slot] = pieces.counted()[slot] ? 1 : 0;
    }
    return Nd4j.createFromArray(mask).reshape(pieces.size(), pieces.contextLength());
  }
}
