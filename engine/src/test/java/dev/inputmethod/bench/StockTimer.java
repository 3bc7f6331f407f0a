package dev.inputmethod.bench;

import dev.inputmethod.task.SymbolBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/**
 * Does training steps of the same network in DL4J's own layers: one {@code SimpleRnn} or {@code
 * LSTM}, forward. Takes the arguments of {@link StepTimer} that say what the network is.
 */
public final class StockTimer {
  private final Arguments given;
  private int step;

  private StockTimer(Arguments given) {
    this.given = given;
  }

  public static void main(String[] arguments) throws IOException {
    new StockTimer(new Arguments(arguments)).run();
  }

  private void run() throws IOException {
    int batch = given.number("batch");
    int context = given.number("context");
    List<INDArray> ids = new ArrayList<>();
    List<INDArray> targets = new ArrayList<>();
    for (SymbolBatch each : IdFile.read(Path.of(given.text("ids")), batch, context)) {
      INDArray words = Nd4j.createFromArray(each.contexts()).castTo(DataType.FLOAT);
      ids.add(words.reshape(batch, 1, context));
      targets.add(Nd4j.createFromArray(each.targets()).castTo(DataType.FLOAT).reshape(batch, 1));
    }
    MultiLayerNetwork network = network();
    Rounds.serve(
        count -> {
          for (int i = 0; i < count; i++) {
            int next = step++ % IdFile.BATCHES;
            network.fit(ids.get(next), targets.get(next));
          }
          return network.score();
        },
        given,
        "DL4J's own");
  }

  private MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.FLOAT)
                .updater(new Adam(0.001))
                .list()
                .layer(
                    new EmbeddingSequenceLayer.Builder()
                        .nIn(given.number("vocabulary"))
                        .nOut(given.number("embedding"))
                        .build())
                .layer(new LastTimeStep(recurrent()))
                .layer(
                    new OutputLayer.Builder(new LossSparseMCXENT())
                        .activation(Activation.SOFTMAX)
                        .nIn(given.number("hidden"))
                        .nOut(given.number("vocabulary"))
                        .build())
                .build());
    network.init();
    return network;
  }

  private BaseRecurrentLayer recurrent() {
    int in = given.number("embedding");
    int hidden = given.number("hidden");
    return switch (given.text("cell")) {
      case "rnn" -> new SimpleRnn.Builder().nIn(in).nOut(hidden).build();
      case "lstm" -> new LSTM.Builder().nIn(in).nOut(hidden).build();
      default -> throw new IllegalArgumentException("DL4J has no " + given.text("cell"));
    };
  }
}
