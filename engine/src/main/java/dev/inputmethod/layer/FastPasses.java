package dev.inputmethod.layer;

import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.NetworkPass;
import dev.inputmethod.kernel.NetworkWeights;
import dev.inputmethod.kernel.RecurrentPass.CellKind;
import dev.inputmethod.kernel.Shape;
import dev.inputmethod.kernel.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.jspecify.annotations.Nullable;

/** Makes the passes of a network of DL4J layers; keeps that of the last batch's shape. */
final class FastPasses {
  private final Kernels kernels;
  private final FastState state;
  private final WordEmbedding words;
  private final SoftmaxOutput output;
  private final List<RecurrentLayer> recurrent = new ArrayList<>();
  private @Nullable NetworkPass last;

  /**
   * Looks at the layers.
   *
   * @throws IllegalArgumentException when they are others than the fast form serves
   */
  FastPasses(Kernels kernels, Layer[] layers, FastState state) {
    this.kernels = kernels;
    this.state = state;
    for (Layer layer : layers) {
      if (layer instanceof RecurrentLayer one) {
        recurrent.add(one);
      }
    }
    boolean served =
        layers.length == recurrent.size() + 3
            && !recurrent.isEmpty()
            && recurrent.stream().allMatch(layer -> layer.layerConf().truncation() == 0)
            && layers[0] instanceof WordEmbeddingLayer
            && layers[layers.length - 2] instanceof FinalStateLayer
            && layers[layers.length - 1] instanceof SoftmaxOutputLayer;
    if (!served) {
      throw new IllegalArgumentException(
          "the fast form wants a WordEmbedding, Recurrent layers without truncation, a FinalState"
              + " and a SoftmaxOutput; use MultiLayerNetwork for others");
    }
    this.words = (WordEmbedding) layers[0].conf().getLayer();
    this.output = (SoftmaxOutput) layers[layers.length - 1].conf().getLayer();
  }

  /** From the lowest up. */
  List<RecurrentLayer> recurrent() {
    return recurrent;
  }

  /** The pass for batches of a shape. */
  NetworkPass of(Shape shape) {
    NetworkPass kept = last;
    if (kept != null && kept.shape().equals(shape)) {
      return kept;
    }
    if (kept != null) {
      kept.release();
    }
    NetworkPass made = make(shape);
    last = made;
    return made;
  }

  private NetworkPass make(Shape shape) {
    List<Recurrent> levels = recurrent.stream().map(RecurrentLayer::layerConf).toList();
    NetworkWeights weights = FastArrays.weights(state.parameters(), words, levels, output);
    NetworkWeights gradients = FastArrays.weights(state.gradients(), words, levels, output);
    List<Boolean> dropout = levels.stream().map(level -> level.dropout() > 0).toList();
    CellKind cell = kind(levels.get(0).cell());
    return new NetworkPass(kernels, cell, weights, gradients, dropout, shape);
  }

  private static CellKind kind(Cell cell) {
    return switch (cell) {
      case RNN_TANH -> CellKind.TANH;
      case RNN_RELU -> CellKind.RELU;
      case LSTM -> CellKind.LSTM;
      case GRU -> CellKind.GRU;
    };
  }

  /** What is dropped of a layer's input in the next training pass. */
  Optional<float[]> mask(int level, Steps input) {
    return recurrent
        .get(level)
        .drawMask((long) input.shape().time() * input.shape().batch(), input.features());
  }

  /** Refuses ids that are no words; {@code what} names them. */
  int[] checked(int[] ids, String what) {
    for (int id : ids) {
      if (id < 0 || id >= words.getNIn()) {
        throw new IllegalArgumentException(
            "%s from 0 to %d are allowed, %d was found".formatted(what, words.getNIn() - 1, id));
      }
    }
    return ids;
  }
}
