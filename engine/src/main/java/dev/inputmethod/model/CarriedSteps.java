package dev.inputmethod.model;

import dev.inputmethod.layer.RecurrentState;
import dev.inputmethod.layer.TargetSteps;
import dev.inputmethod.task.PieceBatch;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes updates with a target at every word: each row starts from the state in which the same row
 * of the batch before ended, unless a sequence begins in it. The state enters as a constant, so no
 * gradient goes back beyond it. Between updates the network has one target for each example and
 * empty states, as any other.
 */
final class CarriedSteps {
  private final MultiLayerNetwork network;
  private Optional<RecurrentState> state = Optional.empty();

  CarriedSteps(MultiLayerNetwork network) {
    this.network = network;
  }

  /**
   * Makes one update, unless there is no target. Returns the mean loss over the targets before it,
   * or 0 without any.
   */
  double step(PieceBatch pieces) {
    INDArray words = BatchArrays.input(pieces);
    TargetSteps.every(network);
    state.ifPresent(ended -> ended.emptiedWhere(pieces.begins()).startIn(network));
    try {
      double loss = 0;
      if (pieces.targetCount() > 0) {
        network.fit(words, BatchArrays.targets(pieces), null, BatchArrays.targetMask(pieces));
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
}
