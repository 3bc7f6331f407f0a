package dev.inputmethod.layer;

import static dev.inputmethod.layer.FastSamples.fast;
import static dev.inputmethod.layer.FastSamples.ids;
import static dev.inputmethod.layer.FastSamples.shape;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Trains a small network of each cell for a few steps, and tells what came out. */
final class FastTraining {
  private static final int STEPS = 2;

  private FastTraining() {}

  public static void main(String[] arguments) {
    System.out.println(fast(shape(Cell.GRU, 1, false)).kernelName() + ": " + everything());
  }

  /** A number for each network, which another bit anywhere would change. */
  static String everything() {
    StringBuilder found = new StringBuilder();
    for (Cell cell : Cell.values()) {
      TestNetwork shape = shape(cell, 1, true);
      shape.vocabulary = 40;
      // Wide enough for the largest tiles in the cell that computes least: interpreted it is slow.
      shape.hidden = cell == Cell.RNN_TANH ? 70 : 19;
      FastNetwork network = fast(shape);
      for (int step = 0; step < STEPS; step++) {
        network.fit(ids(5, 3, shape.vocabulary, step), ids(5, 1, shape.vocabulary, 10 + step));
      }
      for (INDArray numbers : List.of(network.params(), network.getGradientsViewArray())) {
        found.append(Arrays.hashCode(numbers.dup('c').data().asFloat())).append(' ');
      }
    }
    return found.toString();
  }
}
