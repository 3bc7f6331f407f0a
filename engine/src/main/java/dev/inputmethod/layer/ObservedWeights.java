package dev.inputmethod.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The recurrent weights of one direction of a layer, copied.
 *
 * <p>Not a record: it holds arrays, which are the receiver's to keep.
 */
public final class ObservedWeights {
  private final Place place;
  private final Cell cell;
  private final int hiddenSize;
  private final double[] weight;
  private final double[] bias;

  /**
   * @param weight {@code [gates·hidden, hidden]}, row-major
   * @param bias the recurrent one, {@code [gates·hidden]}; of no length where there are none
   */
  public ObservedWeights(Place place, Cell cell, int hiddenSize, double[] weight, double[] bias) {
    this.place = place;
    this.cell = cell;
    this.hiddenSize = hiddenSize;
    this.weight = weight;
    this.bias = bias;
  }

  /** Copies those of every layer and direction, the lowest layer and its forward one first. */
  public static List<ObservedWeights> of(MultiLayerNetwork network) {
    // The fast form brings its views up to date when it is asked for its parameters.
    network.params();
    List<ObservedWeights> all = new ArrayList<>();
    int level = 0;
    for (RecurrentLayer layer : RecurrentLayers.of(network)) {
      level++;
      Map<String, INDArray> views = layer.paramTable();
      for (int direction = 0; direction < layer.layerConf().directions(); direction++) {
        DirectionWeights weights = DirectionWeights.of(views, direction == 1);
        all.add(
            new ObservedWeights(
                new Place(level, direction == 1),
                layer.layerConf().cell(),
                Math.toIntExact(layer.layerConf().getNOut()),
                numbers(weights.recurrent()),
                weights.recurrentBias().map(ObservedWeights::numbers).orElse(new double[0])));
      }
    }
    return all;
  }

  private static double[] numbers(INDArray array) {
    return array.dup('c').data().asDouble();
  }

  /** The layer and direction. */
  public Place place() {
    return place;
  }

  public Cell cell() {
    return cell;
  }

  public int hiddenSize() {
    return hiddenSize;
  }

  /** {@code [gates·hidden, hidden]}, row-major. */
  public double[] weight() {
    return weight;
  }

  /** One gate's block of the weight, {@code [hidden, hidden]}, row-major. */
  public double[] block(int gate) {
    int size = hiddenSize * hiddenSize;
    return Arrays.copyOfRange(weight, gate * size, (gate + 1) * size);
  }

  /** {@code [gates·hidden]}; of no length where there are no biases. */
  public double[] bias() {
    return bias;
  }
}
