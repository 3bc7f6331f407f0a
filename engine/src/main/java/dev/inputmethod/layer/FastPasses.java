package dev.inputmethod.layer;

import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.NetworkLayout;
import dev.inputmethod.kernel.NetworkPass;
import dev.inputmethod.kernel.NetworkWeights;
import dev.inputmethod.kernel.RecurrentPass.CellKind;
import dev.inputmethod.kernel.Shape;
import dev.inputmethod.kernel.Steps;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes the passes of a network of DL4J layers; keeps that of the last batch's shape. */
final class FastPasses {
  private final Kernels kernels;
  private final FastState state;
  private final Optional<WordEmbedding> words;
  private final List<RecurrentLayer> recurrent = new ArrayList<>();
  private final boolean answersAtSteps;
  private final FeedForwardLayer output;
  private @Nullable NetworkPass last;
  private int lastAnswered;

  /**
   * Looks at the layers.
   *
   * @throws IllegalArgumentException when they are others than the fast form serves
   */
  FastPasses(Kernels kernels, Layer[] layers, FastState state) {
    this.kernels = kernels;
    this.state = state;
    Deque<Layer> open = new ArrayDeque<>(List.of(layers));
    this.words =
        open.peekFirst() instanceof WordEmbeddingLayer
            ? Optional.of((WordEmbedding) settings(open.removeFirst()))
            : Optional.empty();
    while (open.peekFirst() instanceof RecurrentLayer one && one.layerConf().truncation() == 0) {
      recurrent.add(one);
      open.removeFirst();
    }
    this.answersAtSteps = !(open.peekFirst() instanceof FinalStateLayer);
    if (!answersAtSteps) {
      open.removeFirst();
    }
    Layer top = open.peekFirst();
    boolean answers =
        top instanceof SoftmaxOutputLayer || (top instanceof LinearOutputLayer && !answersAtSteps);
    if (recurrent.isEmpty() || open.size() != 1 || !answers) {
      throw new IllegalArgumentException(
          "the fast form wants Recurrent layers without truncation, before them a WordEmbedding or"
              + " nothing, after them a FinalState or nothing, and a SoftmaxOutput or, after a"
              + " FinalState, a LinearOutput; use MultiLayerNetwork for others");
    }
    this.output = (FeedForwardLayer) settings(layers[layers.length - 1]);
  }

  private static org.deeplearning4j.nn.conf.layers.Layer settings(Layer layer) {
    return layer.conf().getLayer();
  }

  /** From the lowest up. */
  List<RecurrentLayer> recurrent() {
    return recurrent;
  }

  /**
   * The pass for batches of a shape.
   *
   * @param answered how many steps are answered at; 0 for final states
   */
  NetworkPass of(Shape shape, int answered) {
    NetworkPass kept = last;
    if (kept != null && kept.shape().equals(shape) && lastAnswered == answered) {
      return kept;
    }
    if (kept != null) {
      kept.release();
    }
    NetworkPass made = make(shape, answered);
    last = made;
    lastAnswered = answered;
    return made;
  }

  private NetworkPass make(Shape shape, int answered) {
    List<Recurrent> levels = recurrent.stream().map(RecurrentLayer::layerConf).toList();
    NetworkWeights weights = FastArrays.weights(state.parameters(), words, levels, output);
    NetworkWeights gradients = FastArrays.weights(state.gradients(), words, levels, output);
    List<Boolean> dropout = levels.stream().map(level -> level.dropout() > 0).toList();
    CellKind cell = kind(levels.get(0).cell());
    boolean softmax = output instanceof SoftmaxOutput;
    NetworkLayout layout = new NetworkLayout(cell, dropout, softmax, answered);
    return new NetworkPass(kernels, layout, weights, gradients, shape);
  }

  /**
   * The shape of a batch.
   *
   * @param input ids {@code [batch, time]}, or numbers {@code [batch, features, time]}
   */
  static Shape shape(INDArray input) {
    int steps = Math.toIntExact(input.size(input.rank() - 1));
    return new Shape(steps, Math.toIntExact(input.size(0)));
  }

  /** What goes in, row-major. */
  float[] input(INDArray input) {
    float[] numbers = numbers(input);
    words.ifPresent(each -> requireClasses(numbers, each.getNIn(), "word ids"));
    return numbers;
  }

  /**
   * How many steps are answered at.
   *
   * @param mask {@code [batch, time]}, 1 at the same last steps of every row and 0 before them;
   *     null where every step is answered at
   */
  int answered(Shape shape, @Nullable INDArray mask) {
    if (!answersAtSteps) {
      return 0;
    }
    if (mask == null) {
      return shape.time();
    }
    float[] counts = numbers(mask);
    int answered = 0;
    while (answered < shape.time() && counts[shape.time() - 1 - answered] == 1) {
      answered++;
    }
    for (int i = 0; i < counts.length; i++) {
      int t = i % shape.time();
      if (counts[i] != (t < shape.time() - answered ? 0 : 1) || answered == 0) {
        throw new IllegalArgumentException(
            "the fast form wants targets at the same last steps of every example; use"
                + " MultiLayerNetwork for others");
      }
    }
    return answered;
  }

  /** Targets as a pass takes them: those of a step together. */
  float[] targets(INDArray labels, Shape shape, int answered) {
    float[] numbers = numbers(labels);
    float[] targets = numbers;
    if (answered > 0) {
      targets = new float[answered * shape.batch()];
      for (int i = 0; i < targets.length; i++) {
        int t = shape.time() - answered + i / shape.batch();
        targets[i] = numbers[i % shape.batch() * shape.time() + t];
      }
    }
    if (output instanceof SoftmaxOutput) {
      requireClasses(targets, output.getNOut(), "targets");
    }
    return targets;
  }

  private static float[] numbers(INDArray array) {
    return array.dup('c').data().asFloat();
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

  private static void requireClasses(float[] ids, long count, String what) {
    for (float id : ids) {
      if (!(id >= 0 && id < count)) {
        throw new IllegalArgumentException(
            "%s from 0 to %d are allowed, %.0f was found".formatted(what, count - 1, id));
      }
    }
  }
}
