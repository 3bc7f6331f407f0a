package dev.inputmethod.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The state of all recurrent layers of a network, in PyTorch's order: layer 0 forward, layer 0
 * backward, layer 1 forward, …
 *
 * @param hidden {@code [layers × directions, batch, hidden]}
 * @param cell the LSTM's cell state, of the same shape; empty for other cells
 */
public record RecurrentState(INDArray hidden, Optional<INDArray> cell) {

  /**
   * h_n and c_n: where each layer and direction of a network ended in its last forward pass, each
   * example at its own length.
   *
   * @throws IllegalStateException if there was none
   */
  public static RecurrentState finalOf(MultiLayerNetwork network) {
    List<INDArray> hidden = new ArrayList<>();
    List<INDArray> cell = new ArrayList<>();
    for (RecurrentLayer layer : RecurrentLayers.of(network)) {
      for (DirectionMemory direction : layer.directions()) {
        hidden.add(direction.finalHidden());
        if (layer.layerConf().cell().hasCellState()) {
          cell.add(direction.finalCell());
        }
      }
    }
    return new RecurrentState(
        Nd4j.stack(0, hidden.toArray(INDArray[]::new)),
        cell.isEmpty()
            ? Optional.empty()
            : Optional.of(Nd4j.stack(0, cell.toArray(INDArray[]::new))));
  }

  /**
   * Makes every following forward pass of a network start from this state, until another is set.
   * Its batch size must be that of the inputs.
   */
  public void startIn(MultiLayerNetwork network) {
    RecurrentState copy = new RecurrentState(hidden.dup('c'), cell.map(c -> c.dup('c')));
    int all = 0;
    for (RecurrentLayer layer : RecurrentLayers.of(network)) {
      all += layer.layerConf().directions();
    }
    if (hidden.rank() != 3 || hidden.size(0) != all) {
      throw Shapes.mismatch("[" + all + ", batch, hidden]", hidden, "(initial state)");
    }
    int first = 0;
    for (RecurrentLayer layer : RecurrentLayers.of(network)) {
      layer.startFrom(Optional.of(copy), first);
      first += layer.layerConf().directions();
    }
  }

  /**
   * The same with an empty state for some examples.
   *
   * @param anew which, {@code [batch]}
   */
  public RecurrentState emptiedWhere(boolean[] anew) {
    double[] kept = new double[anew.length];
    for (int example = 0; example < kept.length; example++) {
      kept[example] = anew[example] ? 0 : 1;
    }
    INDArray column = Nd4j.createFromArray(kept).castTo(hidden.dataType()).reshape(kept.length, 1);
    return new RecurrentState(times(hidden, column), cell.map(c -> times(c, column)));
  }

  private static INDArray times(INDArray states, INDArray column) {
    INDArray copy = states.dup('c');
    for (int i = 0; i < copy.size(0); i++) {
      copy.tensorAlongDimension(i, 1, 2).muliColumnVector(column);
    }
    return copy;
  }

  /** Makes every following forward pass of a network start from zeros, as it does at first. */
  public static void startFromZeros(MultiLayerNetwork network) {
    RecurrentLayers.of(network).forEach(layer -> layer.startFrom(Optional.empty(), 0));
  }
}
