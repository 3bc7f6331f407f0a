package dev.inputmethod.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.ModelBuilder;
import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Nonlinearity;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordProbabilitiesTest {
  private static final int WORDS = 11;
  private static final TrainingSettings ADAM = TinySettings.training(1, 0.02, Optimizer.ADAM);
  private static final SymbolBatch BATCH =
      new SymbolBatch(
          3, new int[] {1, 2, 3, 0, 0, 4, 5, 10, 1, 2, 2, 2}, new int[] {4, 5, 0, 3}, new int[4]);

  @TempDir private Path directory;

  private static ModelSettings settings(
      Cell cell, Nonlinearity nonlinearity, int layers, Direction direction, boolean bias) {
    return settings(cell, nonlinearity, layers, direction, bias, Attention.NONE);
  }

  private static ModelSettings settings(
      Cell cell,
      Nonlinearity nonlinearity,
      int layers,
      Direction direction,
      boolean bias,
      Attention attention) {
    return new ModelBuilder()
        .layers(layers)
        .direction(direction)
        .cell(cell)
        .nonlinearity(nonlinearity)
        .bias(bias)
        .attention(attention)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "RNN, TANH, 1, FORWARD, true",
    "RNN, RELU, 2, FORWARD, false",
    "RNN, TANH, 1, BIDIRECTIONAL, true",
    "LSTM, TANH, 1, FORWARD, true",
    "LSTM, TANH, 2, BIDIRECTIONAL, true",
    "LSTM, TANH, 1, BIDIRECTIONAL, false",
    "GRU, TANH, 1, FORWARD, true",
    "GRU, TANH, 2, BIDIRECTIONAL, true",
    "GRU, TANH, 1, BIDIRECTIONAL, false",
  })
  void somebody_who_types_is_told_what_the_trial_measured(
      Cell cell, Nonlinearity nonlinearity, int layers, Direction direction, boolean bias)
      throws IOException {
    agrees(settings(cell, nonlinearity, layers, direction, bias));
  }

  @Test
  void a_model_with_attention_answers_too() throws IOException {
    agrees(settings(Cell.LSTM, Nonlinearity.TANH, 1, Direction.FORWARD, true, Attention.ADDITIVE));
  }

  @Test
  void a_model_trained_in_the_reference_form_is_read_too() throws IOException {
    ModelSettings gru = settings(Cell.GRU, Nonlinearity.TANH, 2, Direction.BIDIRECTIONAL, true);
    agrees(gru, TinySettings.training(1, 0.1, Optimizer.SGD), BATCH);
  }

  @Test
  void a_context_may_be_one_word() throws IOException {
    ModelSettings gru = settings(Cell.GRU, Nonlinearity.TANH, 2, Direction.BIDIRECTIONAL, true);
    agrees(gru, ADAM, new SymbolBatch(1, new int[] {1, 10}, new int[] {4, 5}, new int[2]));
  }

  private void agrees(ModelSettings settings) throws IOException {
    agrees(settings, ADAM, BATCH);
  }

  private void agrees(ModelSettings settings, TrainingSettings training, SymbolBatch batch)
      throws IOException {
    Path file = directory.resolve("model.zip");
    try (NextWordModel trained =
        NextWordModel.initial(settings, training, Signature.ofWords(WORDS), 3)) {
      for (int step = 0; step < 20; step++) {
        trained.step(batch);
      }
      trained.save(file);
      try (WordProbabilities typing = WordProbabilities.load(file, settings, training, WORDS)) {
        assertThat(typing.vocabularySize()).isEqualTo(WORDS);
        assertThat(typing.logProbabilities(batch))
            .containsExactly(trained.logProbabilities(batch), within(2e-6f));
      }
    }
  }

  @Test
  void a_model_of_another_size_is_refused() throws IOException {
    ModelSettings lstm = settings(Cell.LSTM, Nonlinearity.TANH, 1, Direction.FORWARD, true);
    Path file = directory.resolve("model.zip");
    try (NextWordModel model = NextWordModel.initial(lstm, ADAM, Signature.ofWords(WORDS), 3)) {
      model.save(file);
    }
    refused(file, WORDS + 1, "parameters");
    refused(file, WORDS - 1, "parameters");
  }

  @Test
  void damaged_parameters_are_refused() throws IOException {
    long count = 5 * 4 * (4 + 5 + 2) + WORDS * 4 + WORDS * (5 + 1);
    refused(zip(count, "LONG", 4, count, "DOUBLE"), WORDS, "type DOUBLE");
    refused(zip(count, "LONG", 4, count + 1, "FLOAT"), WORDS, count + 1 + " parameters");
    refused(zip(count, "LONG", -1, count, "FLOAT"), WORDS, "shape of -1 numbers");
    refused(zip(count, "LONG", 1L << 60, count, "FLOAT"), WORDS, "shape of");
    refused(zip(count, "INT", 4, count, "FLOAT"), WORDS, "of type INT");
    refused(zip(count - 8, "LONG", 4, count, "FLOAT"), WORDS, "is truncated");
  }

  @Test
  void parameters_whose_checksum_does_not_match_are_refused() throws IOException {
    long count = 5 * 4 * (4 + 5 + 2) + WORDS * 4 + WORDS * (5 + 1);
    Path file = zip(count, "LONG", 4, count, "FLOAT");
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length - 22; // Of a zip file without a comment, APPNOTE 4.3.16.
    int directory = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
    bytes[directory + 16] ^= 1; // The first entry's CRC-32, APPNOTE 4.3.12.
    Files.write(file, bytes);

    refused(file, WORDS, "its checksum does not match");
  }

  /** An entry as ND4J writes it, with so many floats. */
  private Path zip(long floats, String shapeType, long shape, long told, String type)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF("MIXED_DATA_TYPES");
    out.writeLong(shape);
    out.writeUTF(shapeType);
    out.write(new byte[4 * Long.BYTES]);
    out.writeUTF("MIXED_DATA_TYPES");
    out.writeLong(told);
    out.writeUTF(type);
    out.write(new byte[Math.toIntExact(floats * Float.BYTES)]);
    Path file = directory.resolve("damaged.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("coefficients.bin"));
      zip.write(bytes.toByteArray());
    }
    return file;
  }

  private static void refused(Path file, int words, String why) {
    ModelSettings lstm = settings(Cell.LSTM, Nonlinearity.TANH, 1, Direction.FORWARD, true);
    assertThatThrownBy(() -> WordProbabilities.load(file, lstm, ADAM, words))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(why);
  }
}
