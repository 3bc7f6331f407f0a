package dev.inputmethod.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inputmethod.corpus.ContextScope;
import dev.inputmethod.corpus.CorpusCache;
import dev.inputmethod.corpus.CorpusListener;
import dev.inputmethod.corpus.CorpusSettings;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.corpus.SplitShares;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.ContextWithin;
import dev.inputmethod.experiment.DataSettings;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.experiment.ForgetBias;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Nonlinearity;
import dev.inputmethod.experiment.OnBadLine;
import dev.inputmethod.experiment.SplitSettings;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.NextWordTask;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes the finished trials of an experiment so that PyTorch can train them too: the same batches
 * in the same order, the same windows, our initial and best weights, and our losses. What the files
 * hold is told in {@code engine/src/torch/README.md}.
 *
 * <p>Not a test: it runs only when it is named, with {@code parity.experiment} (an experiment's
 * output directory) and {@code parity.directory} (where to write).
 */
@EnabledIfSystemProperty(named = "parity.experiment", matches = ".+")
final class TorchExchange {
  @Test
  void writes_every_finished_trial() throws IOException {
    Path base = Path.of("").toAbsolutePath().getParent();
    Path experiment = base.resolve(System.getProperty("parity.experiment"));
    Path directory = base.resolve(System.getProperty("parity.directory", "target/parity"));
    for (TrialDirectory trial : new ExperimentDirectory(experiment).trials()) {
      if (trial.isFinished()) {
        write(base, trial, directory.resolve(trial.name()));
      }
    }
  }

  private static void write(Path base, TrialDirectory trial, Path directory) throws IOException {
    Files.createDirectories(directory);
    TrialRecord record = trial.readRecord();
    TrialConfig config = TrialConfig.of(record.configuration(), trial.record().toString());
    CorpusCache cache = new CorpusCache(directory.resolveSibling(".corpora"));
    EncodedCorpus corpus =
        cache.prepare(corpusSettings(base, config.data()), CorpusListener.SILENT);
    if (!corpus.dataHash().equals(record.provenance().dataHash())) {
      throw new IllegalStateException(
          "the dialogues have changed since " + trial.path() + " was trained");
    }
    int vocabulary = corpus.vocabulary().size();
    NextWordTask task =
        new NextWordTask(corpus, config.data().contextLength(), config.training().batchSize());

    Files.writeString(
        directory.resolve("settings.json"),
        new JsonMapper()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(settings(config, record.seed(), corpus)));
    writeTraining(task, record.seed(), config.training().epochs(), directory.resolve("train.i32"));
    writeWindows(List.of(task.validation()), directory.resolve("validation.i32"));
    writeWindows(List.of(task.test()), directory.resolve("test.i32"));
    Path untrained = directory.resolve("initial.zip");
    try (NextWordModel model =
        NextWordModel.initial(
            config.model(), config.training(), Signature.ofWords(vocabulary), record.seed())) {
      model.save(untrained);
    }
    writeWeights(untrained, directory.resolve("initial.f32"));
    writeWeights(trial.bestModel(), directory.resolve("best.f32"));
    writeLosses(trial, record, directory.resolve("ours.jsonl"));
  }

  private static CorpusSettings corpusSettings(Path base, DataSettings data) {
    FilePatterns patterns = new FilePatterns(base);
    SplitSettings split = data.split();
    return new CorpusSettings(
        patterns.expand(data.dialogues(), "data.dialogues").stream()
            .map(patterns::resolve)
            .toList(),
        data.contextWithin() == ContextWithin.DIALOGUE
            ? ContextScope.DIALOGUE
            : ContextScope.UTTERANCE,
        data.minCount(),
        data.maxVocabulary(),
        data.onBadLine() == OnBadLine.SKIP,
        new SplitShares(split.train(), split.validation(), split.test(), split.seed()));
  }

  private static Map<String, Object> settings(TrialConfig config, long seed, EncodedCorpus corpus) {
    ModelSettings model = config.model();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("cell", cell(model));
    settings.put("layers", model.layers());
    settings.put("bidirectional", model.direction() == Direction.BIDIRECTIONAL);
    settings.put("bias", model.bias());
    settings.put("dropout", model.dropout());
    settings.put("vocabulary", corpus.vocabulary().size());
    settings.put("embeddingSize", model.embeddingSize());
    settings.put("hiddenSize", model.hiddenSize());
    settings.put("contextLength", config.data().contextLength());
    settings.put("batchSize", config.training().batchSize());
    settings.put("learningRate", config.training().learningRate());
    settings.put("epochs", config.training().epochs());
    settings.put("seed", seed);
    settings.put("forgetBias", forgetBias(model));
    settings.put("reservedWords", corpus.vocabulary().specials());
    return settings;
  }

  private static double forgetBias(ModelSettings model) {
    return model.cell() == Cell.LSTM && model.forgetBias() instanceof ForgetBias.Fixed fixed
        ? fixed.bias()
        : 0;
  }

  private static String cell(ModelSettings model) {
    if (model.cell() == Cell.RNN) {
      return model.nonlinearity() == Nonlinearity.RELU ? "rnn_relu" : "rnn_tanh";
    }
    return model.cell().name().toLowerCase(Locale.ROOT);
  }

  private static void writeTraining(NextWordTask task, long seed, int epochs, Path file)
      throws IOException {
    List<Iterable<Batch>> all = new ArrayList<>();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      all.add(task.training(seed, epoch));
    }
    writeWindows(all, file);
  }

  private static void writeWindows(List<Iterable<Batch>> passes, Path file) throws IOException {
    try (DataOutputStream out = open(file)) {
      for (Iterable<Batch> pass : passes) {
        for (Batch each : pass) {
          SymbolBatch batch = (SymbolBatch) each;
          int length = batch.contextLength();
          for (int row = 0; row < batch.size(); row++) {
            for (int slot = 0; slot < length; slot++) {
              out.writeInt(Integer.reverseBytes(batch.contexts()[row * length + slot]));
            }
            out.writeInt(Integer.reverseBytes(batch.targets()[row]));
          }
        }
      }
    }
  }

  /** The flat parameters as they are: in PyTorch's order and layout. */
  private static void writeWeights(Path model, Path file) throws IOException {
    float[] weights =
        ModelSerializer.restoreMultiLayerNetwork(model.toFile(), false)
            .params()
            .dup('c')
            .data()
            .asFloat();
    ByteBuffer bytes =
        ByteBuffer.allocate(weights.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(weights);
    Files.write(file, bytes.array());
  }

  private static void writeLosses(TrialDirectory trial, TrialRecord record, Path file)
      throws IOException {
    List<Map<String, Object>> lines = new ArrayList<>();
    trial.readMeasurements(
        measurement -> {
          Map<String, Object> line = new LinkedHashMap<>();
          if (measurement instanceof Measurement.Step step) {
            line.put("step", step.step());
            line.put("trainingLoss", step.trainingLoss());
            lines.add(line);
          } else if (measurement instanceof Measurement.Epoch epoch) {
            line.put("epoch", epoch.epoch());
            line.put("validation.crossEntropy", epoch.validationLoss());
            lines.add(line);
          }
        });
    lines.add(new LinkedHashMap<>(record.metrics()));
    JsonMapper mapper = new JsonMapper();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Map<String, Object> line : lines) {
        out.write(mapper.writeValueAsString(line));
        out.write('\n');
      }
    }
  }

  private static DataOutputStream open(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    return new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
  }
}
