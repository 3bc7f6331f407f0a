package dev.inputmethod.layer;

import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;

/** Builds small networks for tests: words or numbers in, recurrent layers, words or numbers out. */
final class TestNetwork {
  Cell cell = Cell.LSTM;
  int layers = 1;
  boolean bidirectional;
  boolean bias = true;
  boolean everyStep;
  double forgetBias;
  double dropout;
  int chrono;
  int truncation;
  StateInitialisation initialisation = StateInitialisation.UNIFORM;
  Optional<AttentionScore> attention = Optional.empty();

  /** Features of the input where numbers go in, and as many come out; 0 for words. */
  int numbers;

  int vocabulary = 6;
  int embedding = 3;
  int hidden = 3;
  long seed = 7;
  DataType type = DataType.DOUBLE;
  IUpdater updater = new NoOp();

  static TestNetwork of(Cell cell, int layers, boolean bidirectional) {
    TestNetwork network = new TestNetwork();
    network.cell = cell;
    network.layers = layers;
    network.bidirectional = bidirectional;
    return network;
  }

  int directions() {
    return bidirectional ? 2 : 1;
  }

  MultiLayerConfiguration configuration() {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().seed(seed).dataType(type).updater(updater).list();
    int width = numbers;
    if (numbers == 0) {
      list.layer(new WordEmbedding.Builder().nIn(vocabulary).nOut(embedding).build());
      width = embedding;
    }
    for (int layer = 0; layer < layers; layer++) {
      list.layer(
          new Recurrent.Builder()
              .nIn(width)
              .nOut(hidden)
              .cell(cell)
              .bidirectional(bidirectional)
              .bias(bias)
              .forgetBias(forgetBias)
              .chrono(chrono)
              .stateInitialisation(initialisation)
              .truncation(truncation)
              .dropout(layer == 0 ? 0 : dropout)
              .build());
      width = directions() * hidden;
    }
    if (attention.isPresent()) {
      list.layer(
          new StateAttention.Builder()
              .nIn(width)
              .score(attention.get())
              .bidirectional(bidirectional)
              .build());
      width *= 2;
    } else if (!everyStep) {
      list.layer(new FinalState.Builder().bidirectional(bidirectional).build());
    }
    list.layer(
        numbers == 0
            ? new SoftmaxOutput.Builder().nIn(width).nOut(vocabulary).build()
            : new LinearOutput.Builder().nIn(width).nOut(numbers).build());
    return list.build();
  }

  /** A parameter by its name. */
  static INDArray parameter(MultiLayerNetwork network, String name) {
    return Objects.requireNonNull(ParameterNames.parameters(network).get(name), name);
  }

  MultiLayerNetwork build() {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration());
    network.init();
    return network;
  }
}
