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
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.layer.GradientObserver;
import dev.inputmethod.layer.HiddenGradients;
import dev.inputmethod.layer.ParameterValues;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NextWordModelTest {
  private static final int WORDS = 7;
  private static final TrainingSettings ADAM = TinySettings.training(1, 0.01, Optimizer.ADAM);
  private static final SymbolBatch BATCH =
      new SymbolBatch(
          3, new int[] {1, 2, 3, 0, 0, 4, 5, 6, 1, 2, 2, 2}, new int[] {4, 5, 0, 3}, new int[4]);

  private static final GradientObserver IDLE =
      new GradientObserver() {
        @Override
        public void hidden(HiddenGradients gradients) {}

        @Override
        public void words(double[][] norms) {}
      };

  private static NextWordModel model(double dropout, long seed) {
    return NextWordModel.initial(
        TinySettings.model(Cell.LSTM, 2, dropout), ADAM, Signature.ofWords(WORDS), seed);
  }

  @Test
  void an_untrained_model_expects_every_word_alike() {
    try (NextWordModel model = model(0, 1)) {
      assertThat(model.step(BATCH)).isCloseTo(Math.log(WORDS), within(0.3));
    }
  }

  @Test
  void a_few_windows_are_learnt_by_heart() {
    try (NextWordModel model = model(0, 1)) {
      for (int step = 0; step < 300; step++) {
        model.step(BATCH);
      }
      assertThat(model.step(BATCH)).isLessThan(0.1);
    }
  }

  @Test
  void the_same_seed_gives_the_same_losses_and_another_seed_others() {
    assertThat(losses(1)).isEqualTo(losses(1)).isNotEqualTo(losses(2));
  }

  private static double[] losses(long seed) {
    try (NextWordModel model = model(0.5, seed)) {
      model.seedDropout(seed);
      return new double[] {model.step(BATCH), model.step(BATCH), model.step(BATCH)};
    }
  }

  @Test
  void observing_changes_nothing_that_is_learned() {
    try (NextWordModel plain = model(0.5, 1);
        NextWordModel observed = model(0.5, 1)) {
      for (int step = 0; step < 3; step++) {
        observed.backpropagate(BATCH, IDLE);
        assertThat(observed.step(BATCH, new Nothing())).isEqualTo(plain.step(BATCH));
      }
      assertThat(observed.logProbabilities(BATCH)).isEqualTo(plain.logProbabilities(BATCH));
    }
  }

  /** Looks and says nothing. */
  private static final class Nothing implements StepObserver {
    @Override
    public void gradients(ParameterValues gradients) {}

    @Override
    public void updated(ParameterValues updates, ParameterValues parameters) {}
  }

  @Test
  void probabilities_sum_to_one() {
    try (NextWordModel model = model(0, 1)) {
      float[] logs = model.logProbabilities(BATCH);
      assertThat(logs).hasSize(4 * WORDS);
      double sum = 0;
      for (int word = 0; word < WORDS; word++) {
        sum += Math.exp(logs[WORDS + word]);
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void a_saved_model_predicts_the_same(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("best").resolve("model.zip");
    try (NextWordModel model = model(0.5, 1)) {
      model.step(BATCH);
      model.save(file);
      try (NextWordModel loaded =
          NextWordModel.load(
              file, TinySettings.model(Cell.LSTM, 2, 0.5), ADAM, Signature.ofWords(WORDS))) {
        assertThat(loaded.logProbabilities(BATCH)).isEqualTo(model.logProbabilities(BATCH));
      }
    }
  }

  @Test
  void a_model_of_another_size_is_refused(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("model.zip");
    try (NextWordModel model = model(0, 1)) {
      model.save(file);
    }
    assertThatThrownBy(
            () ->
                NextWordModel.load(
                    file, TinySettings.model(Cell.GRU, 2, 0), ADAM, Signature.ofWords(WORDS)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("parameters");
  }

  /** It would need more than 6 GB, which no network of the tests can have. */
  @ParameterizedTest
  @EnumSource(names = {"NONE", "DOT"})
  void a_file_is_refused_before_the_network_takes_any_memory(
      Attention attention, @TempDir Path directory) throws IOException {
    Path file = directory.resolve("model.zip");
    try (NextWordModel model = model(0, 1)) {
      model.save(file);
    }
    ModelSettings large =
        new ModelBuilder()
            .sizes(4096, 4096)
            .layers(3)
            .direction(Direction.BIDIRECTIONAL)
            .attention(attention)
            .build();
    assertThatThrownBy(() -> NextWordModel.load(file, large, ADAM, Signature.ofWords(50_000)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("bytes of parameters, not the");
  }

  /** The bytes FF FF FF FF are a float's NaN. */
  @Test
  void a_parameter_that_is_no_finite_number_is_refused(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("model.zip");
    try (NextWordModel model = model(0, 1)) {
      model.save(file);
    }
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path entry = zip.getPath("coefficients.bin");
      byte[] bytes = Files.readAllBytes(entry);
      Arrays.fill(bytes, bytes.length - 4, bytes.length, (byte) 0xFF);
      Files.write(entry, bytes);
    }
    assertThatThrownBy(
            () ->
                NextWordModel.load(
                    file, TinySettings.model(Cell.LSTM, 2, 0), ADAM, Signature.ofWords(WORDS)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("holds a parameter that is not a finite number");
  }

  @Test
  void what_is_no_model_is_refused(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("model.zip"), "not a zip file");
    assertThatThrownBy(
            () ->
                NextWordModel.load(
                    file, TinySettings.model(Cell.GRU, 2, 0), ADAM, Signature.ofWords(WORDS)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is not a zip file");
  }
}
