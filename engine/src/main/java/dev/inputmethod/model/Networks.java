package dev.inputmethod.model;

import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ForgetBias;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Nonlinearity;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.layer.AttentionScore;
import dev.inputmethod.layer.Cell;
import dev.inputmethod.layer.CorrectedAdam;
import dev.inputmethod.layer.FastNetwork;
import dev.inputmethod.layer.FinalState;
import dev.inputmethod.layer.GradientClipping;
import dev.inputmethod.layer.LinearOutput;
import dev.inputmethod.layer.Recurrent;
import dev.inputmethod.layer.SoftmaxOutput;
import dev.inputmethod.layer.StateAttention;
import dev.inputmethod.layer.StateInitialisation;
import dev.inputmethod.layer.WordEmbedding;
import dev.inputmethod.task.Signature;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Builds the network: ids {@code [batch, time]} → embedded {@code [batch, embedding, time]} → each
 * recurrent layer's states {@code [batch, directions·hidden, time]} → the last layer's final states
 * {@code [batch, directions·hidden]} → probabilities {@code [batch, vocabulary]}.
 *
 * <p>Other tasks leave out what they do not need: real numbers {@code [batch, features, time]} are
 * not embedded, classes at each step need no final states, and a number needs no softmax. Attention
 * takes the place of the final states.
 */
final class Networks {
  private Networks() {}

  /** A network with parameters drawn as its layout says. */
  static MultiLayerNetwork build(MultiLayerConfiguration layout, Implementation implementation) {
    if (implementation == Implementation.FAST) {
      return FastNetwork.initial(layout);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(layout);
    network.init();
    return network;
  }

  /** How many numbers a network of this layout learns. */
  static long parameterCount(MultiLayerConfiguration layout) {
    return layout.getConfs().stream()
        .mapToLong(conf -> conf.getLayer().initializer().numParams(conf))
        .sum();
  }

  /**
   * The layout of a network: its layers and their sizes.
   *
   * @param initialisation the stream that its first parameters are drawn from
   */
  static MultiLayerConfiguration layout(
      ModelSettings model, TrainingSettings training, Signature signature, long initialisation) {
    boolean bidirectional = model.direction() == Direction.BIDIRECTIONAL;
    int width = model.hiddenSize() * (bidirectional ? 2 : 1);
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(initialisation)
            .dataType(DataType.FLOAT)
            .updater(updater(training))
            .list();
    int features = model.embeddingSize();
    if (signature.input() instanceof Signature.Symbols symbols) {
      layers.layer(new WordEmbedding.Builder().nIn(symbols.count()).nOut(features).build());
    } else if (signature.input() instanceof Signature.Numbers numbers) {
      features = numbers.features();
    }
    for (int level = 1; level <= model.layers(); level++) {
      layers.layer(
          new Recurrent.Builder()
              .nIn(level == 1 ? features : width)
              .nOut(model.hiddenSize())
              .cell(cell(model))
              .bidirectional(bidirectional)
              .bias(model.bias())
              .forgetBias(model.forgetBias() instanceof ForgetBias.Fixed fixed ? fixed.bias() : 0)
              .chrono(model.forgetBias() instanceof ForgetBias.Chrono chrono ? chrono.longest() : 0)
              .stateInitialisation(start(model))
              .truncation(training.truncatedBptt().orElse(0))
              .dropout(level == 1 ? 0 : model.dropout())
              .build());
    }
    boolean everyStep = signature.output() instanceof Signature.StepClasses;
    if (model.attention() != Attention.NONE) {
      layers.layer(attention(model, width, everyStep));
      width *= 2;
    } else if (!everyStep) {
      layers.layer(new FinalState.Builder().bidirectional(bidirectional).build());
    }
    layers.layer(
        signature.output() instanceof Signature.LastNumber
            ? new LinearOutput.Builder().nIn(width).nOut(1).build()
            : new SoftmaxOutput.Builder().nIn(width).nOut(signature.width()).build());
    return layers.build();
  }

  private static StateAttention attention(ModelSettings model, int width, boolean everyStep) {
    return new StateAttention.Builder()
        .nIn(width)
        .score(model.attention() == Attention.DOT ? AttentionScore.DOT : AttentionScore.ADDITIVE)
        .bidirectional(model.direction() == Direction.BIDIRECTIONAL)
        .everyStep(everyStep)
        .build();
  }

  private static StateInitialisation start(ModelSettings model) {
    return switch (model.recurrentInitialisation()) {
      case UNIFORM -> StateInitialisation.UNIFORM;
      case IDENTITY -> StateInitialisation.IDENTITY;
      case ORTHOGONAL -> StateInitialisation.ORTHOGONAL;
    };
  }

  /** How the gradient is clipped, if it is. */
  static Optional<GradientClipping> clipping(TrainingSettings training) {
    double most = training.gradientClipping().most();
    return switch (training.gradientClipping().by()) {
      case NOTHING -> Optional.empty();
      case GLOBAL_NORM -> Optional.of(new GradientClipping.ByGlobalNorm(most));
      case VALUE -> Optional.of(new GradientClipping.ByValue(most));
    };
  }

  static Cell cell(ModelSettings model) {
    return switch (model.cell()) {
      case RNN -> model.nonlinearity() == Nonlinearity.RELU ? Cell.RNN_RELU : Cell.RNN_TANH;
      case LSTM -> Cell.LSTM;
      case GRU -> Cell.GRU;
    };
  }

  private static IUpdater updater(TrainingSettings training) {
    return switch (training.optimizer()) {
      case ADAM -> new CorrectedAdam(training.learningRate());
      case RMSPROP -> new RmsProp(training.learningRate());
      case SGD -> new Sgd(training.learningRate());
    };
  }
}
