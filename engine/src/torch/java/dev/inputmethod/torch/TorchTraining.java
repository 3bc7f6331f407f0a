package dev.inputmethod.torch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains in PyTorch what an exchange directory holds. It writes a line a step with the training
 * loss before the update, a line an epoch with the validation cross-entropy (epoch 0: untrained),
 * and at last the test metrics of the best epoch. All losses are in nats per word.
 */
final class TorchTraining {
  private final ExchangeSettings settings;
  private final Network network;
  private final Examples train;
  private final Examples validation;
  private final Examples test;
  private final Adam adam;
  private final BufferedWriter out;
  private final JsonMapper mapper = new JsonMapper();
  private int step;
  private int bestEpoch;
  private double best = Double.POSITIVE_INFINITY;
  private Map<String, float[]> bestWeights = Map.of();

  TorchTraining(Path directory, BufferedWriter out) throws IOException {
    this.out = out;
    settings = ExchangeSettings.read(directory.resolve("settings.json"));
    torch.manual_seed(settings.seed());
    network = new Network(settings.shape());
    addForgetBias();
    train = Examples.read(directory.resolve("train.i32"), settings.contextLength());
    validation = Examples.read(directory.resolve("validation.i32"), settings.contextLength());
    test = Examples.read(directory.resolve("test.i32"), settings.contextLength());
    TensorVector parameters = new TensorVector();
    network.parameters().values().forEach(parameters::push_back);
    adam = new Adam(parameters, new AdamOptions(settings.learningRate()));
  }

  /** Starts from, or scores, given weights rather than PyTorch's own. */
  void load(Path weights) throws IOException {
    Weights.load(network, weights);
  }

  void train() throws IOException {
    int perEpoch = train.size() / settings.epochs();
    validate(0, 0);
    for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
      long began = System.nanoTime();
      int end = epoch * perEpoch;
      for (int from = end - perEpoch; from < end; from += settings.batchSize()) {
        step(from, Math.min(from + settings.batchSize(), end));
      }
      validate(epoch, (System.nanoTime() - began) / 1e9);
    }
    Weights.put(network, bestWeights);
    score();
  }

  /** Writes the validation and test metrics of the weights as they are. */
  void score() throws IOException {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("bestEpoch", bestEpoch);
    for (Map.Entry<String, Examples> split :
        Map.of("validation", validation, "test", test).entrySet()) {
      line.putAll(
          Scores.of(network, split.getValue(), settings.reservedWords()).metrics(split.getKey()));
    }
    write(line);
  }

  private void step(int from, int to) throws IOException {
    try (PointerScope scope = new PointerScope()) {
      Tensor logits = network.predict(train.contexts(from, to));
      Tensor loss = torch.cross_entropy(logits, Tensor.create(train.targets(from, to)));
      adam.zero_grad();
      loss.backward();
      adam.step();
      step++;
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("step", step);
      line.put("trainingLoss", loss.item_double());
      write(line);
    }
  }

  private void validate(int epoch, double seconds) throws IOException {
    double crossEntropy = Scores.of(network, validation, settings.reservedWords()).crossEntropy();
    if (epoch > 0 && crossEntropy < best) {
      best = crossEntropy;
      bestEpoch = epoch;
      bestWeights = Weights.copy(network);
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("epoch", epoch);
    line.put("steps", step);
    line.put("validation.crossEntropy", crossEntropy);
    line.put("trainingSeconds", seconds);
    write(line);
    out.flush();
  }

  /** As our LSTM starts: PyTorch's own draw, and the forget gate's bias added once. */
  private void addForgetBias() {
    if (settings.shape().cell() != Shape.Cell.LSTM || !settings.bias()) {
      return;
    }
    int hidden = settings.hiddenSize();
    try (AutoGradMode off = new AutoGradMode(false)) {
      network
          .parameters()
          .forEach(
              (name, tensor) -> {
                if (name.contains("bias_ih")) {
                  tensor.narrow(0, hidden, hidden).add_(new Scalar(settings.forgetBias()));
                }
              });
    }
  }

  private void write(Map<String, Object> line) throws IOException {
    out.write(mapper.writeValueAsString(line));
    out.write('\n');
  }
}
