package dev.inputmethod.torch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains in PyTorch what an exchange directory holds, and writes its losses there.
 *
 * <p>It reads {@code settings.json}, {@code train.i32}, {@code validation.i32}, {@code test.i32}
 * and, if it is there, {@code initial.f32}; it writes {@code torch.jsonl}: a line a step with the
 * training loss before the update, a line an epoch with the validation cross-entropy (epoch 0:
 * untrained), and at last the test metrics of the best epoch. All losses are in nats per word.
 */
public final class ParityTrainer {
  private final Path directory;
  private final ParitySettings settings;
  private final Network network;
  private final Examples train;
  private final Examples validation;
  private final Adam adam;
  private final BufferedWriter out;
  private final JsonMapper mapper = new JsonMapper();
  private int step;
  private int bestEpoch;
  private double best = Double.POSITIVE_INFINITY;
  private Map<String, float[]> bestWeights = Map.of();

  private ParityTrainer(Path directory, BufferedWriter out) throws IOException {
    this.directory = directory;
    this.out = out;
    settings = ParitySettings.read(directory.resolve("settings.json"));
    torch.manual_seed(settings.seed());
    network = new Network(settings.shape());
    Path initial = directory.resolve("initial.f32");
    if (Files.exists(initial)) {
      Weights.load(network, initial);
    } else if (settings.cell().equals("lstm")
        && settings.bias()
        && !Double.isNaN(settings.forgetBias())) {
      forget(settings.forgetBias());
    }
    train = Examples.read(directory.resolve("train.i32"), settings.contextLength());
    validation = Examples.read(directory.resolve("validation.i32"), settings.contextLength());
    TensorVector parameters = new TensorVector();
    network.parameters().values().forEach(parameters::push_back);
    adam = new Adam(parameters, new AdamOptions(settings.learningRate()));
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("give one exchange directory: -Dexec.args=DIRECTORY");
    }
    torch.set_num_threads(1);
    Path directory = Path.of(args[0]);
    try (BufferedWriter out = Files.newBufferedWriter(directory.resolve("torch.jsonl"))) {
      new ParityTrainer(directory, out).run();
    }
  }

  private void run() throws IOException {
    Random random = new Random(settings.seed());
    int passes = settings.shuffle() ? 1 : Math.max(1, settings.epochs());
    int perEpoch = train.size() / passes;
    validate(0, 0);
    for (int epoch = 1; epoch <= settings.epochs() && !isOver(); epoch++) {
      if (settings.shuffle()) {
        train.shuffle(random);
      }
      int start = settings.shuffle() ? 0 : (epoch - 1) * perEpoch;
      long began = System.nanoTime();
      for (int from = start; from < start + perEpoch && !isOver(); from += settings.batchSize()) {
        step(from, Math.min(from + settings.batchSize(), start + perEpoch));
      }
      validate(epoch, (System.nanoTime() - began) / 1e9);
    }
    Weights.put(network, bestWeights);
    Map<String, Object> last = new LinkedHashMap<>();
    last.put("bestEpoch", bestEpoch);
    last.put("best.validation.crossEntropy", best);
    Examples test = Examples.read(directory.resolve("test.i32"), settings.contextLength());
    last.putAll(Scores.of(network, test, settings.reservedWords()).metrics("test"));
    write(last);
  }

  private boolean isOver() {
    return settings.maxSteps() > 0 && step >= settings.maxSteps();
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
    if (crossEntropy < best) {
      best = crossEntropy;
      bestEpoch = epoch;
      bestWeights = Weights.copy(network);
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("epoch", epoch);
    line.put("step", step);
    line.put("validation.crossEntropy", crossEntropy);
    line.put("trainingSeconds", seconds);
    write(line);
    out.flush();
  }

  /** As our layers start: the forget gate's two biases sum to what was asked for. */
  private void forget(double bias) {
    int hidden = settings.hiddenSize();
    try (AutoGradMode off = new AutoGradMode(false)) {
      network
          .parameters()
          .forEach(
              (name, tensor) -> {
                if (name.contains("bias_ih")) {
                  tensor.narrow(0, hidden, hidden).fill_(new Scalar(bias));
                } else if (name.contains("bias_hh")) {
                  tensor.narrow(0, hidden, hidden).fill_(new Scalar(0.0));
                }
              });
    }
  }

  private void write(Map<String, Object> line) throws IOException {
    out.write(mapper.writeValueAsString(line));
    out.write('\n');
  }
}
