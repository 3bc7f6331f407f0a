package dev.inputmethod.layer;

import dev.inputmethod.kernel.Answers;
import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.NetworkLayout;
import dev.inputmethod.kernel.NetworkPass;
import dev.inputmethod.kernel.NetworkSizes;
import dev.inputmethod.kernel.NetworkWeights;
import dev.inputmethod.kernel.RecurrentPass.CellKind;
import dev.inputmethod.kernel.Shape;
import dev.inputmethod.kernel.Steps;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.jspecify.annotations.Nullable;

/** Makes the passes of a network of DL4J layers, and keeps the last one. */
final class FastPasses {
  private final Kernels kernels;
  private final FastState state;
  private final Optional<WordEmbedding> words;
  private final List<RecurrentLayer> recurrent = new ArrayList<>();
  private final FeedForwardLayer output;
  private final FastBatches batches;
  private @Nullable NetworkPass last;

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
    boolean answersAtSteps = !(open.peekFirst() instanceof FinalStateLayer);
    if (!answersAtSteps) {
      open.removeFirst();
    }
    Layer top = open.peekFirst();
    boolean answers =
        top instanceof SoftmaxOutputLayer || (top instanceof LinearOutputLayer && !answersAtSteps);
    if (recurrent.isEmpty() || open.size() != 1 || !answers) {
      throw new IllegalArgumentException(
          "expected a WordEmbedding or nothing, Recurrent layers without truncation, and a"
              + " SoftmaxOutput, or a FinalState with a SoftmaxOutput or LinearOutput; use"
              + " MultiLayerNetwork for other layers");
    }
    this.output = (FeedForwardLayer) settings(layers[layers.length - 1]);
    this.batches = new FastBatches(words, answersAtSteps, output);
  }

  private static org.deeplearning4j.nn.conf.layers.Layer settings(Layer layer) {
    return layer.conf().getLayer();
  }

  FastBatches batches() {
    return batches;
  }

  /** From the lowest up. */
  List<RecurrentLayer> recurrent() {
    return recurrent;
  }

  /** The pass for batches of a shape. */
  NetworkPass of(Shape shape, Answers answers) {
    NetworkPass kept = last;
    if (kept != null && kept.shape().equals(shape) && kept.answersAt().equals(answers)) {
      return kept;
    }
    if (kept != null) {
      kept.release();
    }
    NetworkPass made = make(shape, answers);
    last = made;
    return made;
  }

  private NetworkPass make(Shape shape, Answers answers) {
    List<Recurrent> levels = recurrent.stream().map(RecurrentLayer::layerConf).toList();
    NetworkSizes sizes = sizes(levels);
    requireRoom(sizes, shape, answers);
    NetworkWeights weights = NetworkWeights.of(state.parameters(), sizes);
    NetworkWeights gradients = NetworkWeights.of(state.gradients(), sizes);
    List<Boolean> dropout = levels.stream().map(level -> level.dropout() > 0).toList();
    CellKind cell = levels.get(0).cell().kind();
    boolean softmax = output instanceof SoftmaxOutput;
    NetworkLayout layout = new NetworkLayout(cell, dropout, softmax, answers);
    return new NetworkPass(kernels, layout, weights, gradients, shape);
  }

  private NetworkSizes sizes(List<Recurrent> levels) {
    OptionalInt embedded =
        words.isPresent()
            ? OptionalInt.of(Math.toIntExact(words.get().getNIn()))
            : OptionalInt.empty();
    return new NetworkSizes(
        embedded,
        levels.stream().map(FastPasses::sizes).toList(),
        Math.toIntExact(output.getNOut()));
  }

  private static NetworkSizes.Level sizes(Recurrent level) {
    return new NetworkSizes.Level(
        level.cell().kind(),
        Math.toIntExact(level.getNIn()),
        Math.toIntExact(level.getNOut()),
        level.directions(),
        level.hasBias());
  }

  /** One array holds what a layer has at all steps, one the outputs. */
  private static void requireRoom(NetworkSizes sizes, Shape shape, Answers answers) {
    double steps = (double) shape.time() * shape.lanes();
    double most = (double) sizes.outputs() * answers.perExample() * shape.lanes();
    for (NetworkSizes.Level level : sizes.levels()) {
      int features = Math.max(level.inputs(), level.directions() * level.hidden());
      most = Math.max(most, steps * Math.max(features, level.width()));
    }
    if (most > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d examples of %d steps need an array of %.1e numbers, more than one can hold: take"
                  + " fewer examples in a batch, steps, units or words",
              shape.batch(),
              shape.time(),
              most));
    }
  }

  /** What is dropped of a layer's input in the next training pass. */
  Optional<float[]> mask(int level, Steps input) {
    return recurrent
        .get(level)
        .drawMask((long) input.shape().time() * input.shape().batch(), input.features());
  }
}
