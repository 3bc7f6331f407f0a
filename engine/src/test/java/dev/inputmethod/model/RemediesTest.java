package dev.inputmethod.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.ModelBuilder;
import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.Clipping;
import dev.inputmethod.experiment.ForgetBias;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.RecurrentInitialisation;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.experiment.TrainingTargets;
import dev.inputmethod.layer.GradientObserver;
import dev.inputmethod.layer.HiddenGradients;
import dev.inputmethod.layer.ParameterValues;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.PieceBatch;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import dev.inputmethod.task.SyntheticTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What settings against vanishing and exploding gradients do to a model. */
class RemediesTest {
  private static final int WORDS = 7;
  private static final TrainingSettings SGD = TinySettings.training(1, 0.5, Optimizer.SGD);

  /** So slow that in single precision nothing is learned. */
  private static final TrainingSettings STILL = TinySettings.training(1, 1e-20, Optimizer.SGD);

  private static final SymbolBatch BATCH =
      new SymbolBatch(
          4,
          new int[] {1, 2, 3, 6, 0, 0, 4, 5, 5, 6, 1, 2, 2, 2, 3, 4},
          new int[] {4, 5, 0, 3},
          new int[4]);

  private static ModelSettings model(Attention attention, ForgetBias bias) {
    return new ModelBuilder().forgetBias(bias).attention(attention).build();
  }

  private static NextWordModel initial(Attention attention, TrainingSettings training) {
    return NextWordModel.initial(
        model(attention, new ForgetBias.Fixed(1)), training, Signature.ofWords(WORDS), 1);
  }

  private static TrainingSettings clipped(Clipping clipping) {
    return TinySettings.training(SGD, clipping, OptionalInt.empty(), TrainingTargets.LAST);
  }

  /** Keeps the norms over all parameters. */
  private static final class Norms implements StepObserver {
    double gradient;
    double update;

    @Override
    public void gradients(ParameterValues gradients) {
      gradient = norm(gradients);
    }

    @Override
    public void updated(ParameterValues updates, ParameterValues parameters) {
      update = norm(updates);
    }

    private static double norm(ParameterValues values) {
      double squares = 0;
      for (String name : values.names()) {
        squares += values.norm(name) * values.norm(name);
      }
      return Math.sqrt(squares);
    }
  }

  @Test
  void the_global_norm_is_clipped_after_it_was_observed() {
    Norms plain = new Norms();
    Norms clipped = new Norms();
    try (NextWordModel without = initial(Attention.NONE, SGD);
        NextWordModel with =
            initial(Attention.NONE, clipped(new Clipping(Clipping.By.GLOBAL_NORM, 0.01)))) {
      without.step(BATCH, plain);
      with.step(BATCH, clipped);
      assertThat(plain.gradient).isGreaterThan(0.1);
      assertThat(clipped.gradient).isCloseTo(plain.gradient, within(1e-5));
      assertThat(plain.update).isCloseTo(0.5 * plain.gradient, within(1e-5));
      assertThat(clipped.update).isCloseTo(0.5 * 0.01, within(1e-6));
      assertThat(with.clipped()).contains(true);
      assertThat(without.clipped()).isEmpty();
    }
  }

  @Test
  void a_step_tells_whether_it_was_clipped() {
    try (NextWordModel never =
            initial(Attention.NONE, clipped(new Clipping(Clipping.By.GLOBAL_NORM, 1000)));
        NextWordModel always =
            initial(Attention.NONE, clipped(new Clipping(Clipping.By.VALUE, 1e-9)))) {
      never.step(BATCH);
      always.step(BATCH);
      assertThat(never.clipped()).contains(false);
      assertThat(always.clipped()).contains(true);
    }
  }

  @Test
  void the_fast_form_clips_before_adam() {
    TrainingSettings adam = TinySettings.training(1, 0.5, Optimizer.ADAM);
    TrainingSettings bounded =
        TinySettings.training(
            adam, new Clipping(Clipping.By.VALUE, 1e-9), OptionalInt.empty(), TrainingTargets.LAST);
    Norms plain = new Norms();
    Norms clipped = new Norms();
    try (NextWordModel without = initial(Attention.NONE, adam);
        NextWordModel with = initial(Attention.NONE, bounded)) {
      without.step(BATCH, plain);
      with.step(BATCH, clipped);
      assertThat(with.kernels()).startsWith("fast");
      assertThat(with.clipped()).contains(true);
      assertThat(clipped.gradient).isEqualTo(plain.gradient);
      // Adam's ε is 10⁻⁸: a gradient of 10⁻⁹ moves a parameter by an eleventh of the rate.
      assertThat(clipped.update).isPositive().isLessThan(0.12 * plain.update);
    }
  }

  @Test
  void each_remedy_runs_in_the_form_that_serves_it() {
    TrainingSettings adam = TinySettings.training(1, 0.01, Optimizer.ADAM);
    Clipping norm = new Clipping(Clipping.By.GLOBAL_NORM, 1);
    OptionalInt whole = OptionalInt.empty();
    TrainingTargets last = TrainingTargets.LAST;
    assertRunsIn(
        Implementation.FAST, Attention.NONE, TinySettings.training(adam, norm, whole, last));
    assertRunsIn(Implementation.REFERENCE, Attention.DOT, adam);
    assertRunsIn(Implementation.REFERENCE, Attention.ADDITIVE, adam);
    assertRunsIn(
        Implementation.REFERENCE,
        Attention.NONE,
        TinySettings.training(adam, Clipping.none(), OptionalInt.of(2), last));
    assertRunsIn(Implementation.REFERENCE, Attention.NONE, every(adam));
  }

  private static void assertRunsIn(
      Implementation expected, Attention attention, TrainingSettings training) {
    // Chrono biases and an orthogonal start are first values only: any form starts from them.
    ModelSettings model =
        new ModelBuilder()
            .forgetBias(new ForgetBias.Chrono(4))
            .initialisation(RecurrentInitialisation.ORTHOGONAL)
            .attention(attention)
            .build();
    assertThat(Implementation.of(model, training)).isEqualTo(expected);
    try (NextWordModel made = NextWordModel.initial(model, training, Signature.ofWords(WORDS), 1)) {
      assertThat(made.kernels()).startsWith(expected.word());
    }
  }

  @Test
  void the_probe_sees_the_gradient_as_far_as_truncation_lets_it() {
    TrainingSettings truncated =
        TinySettings.training(SGD, Clipping.none(), OptionalInt.of(2), TrainingTargets.LAST);
    try (NextWordModel model = initial(Attention.NONE, truncated)) {
      double[][] norms = reach(model);
      for (double[] each : norms) {
        assertThat(each[0]).isZero();
        assertThat(each[1]).isZero();
        assertThat(each[2]).isPositive();
        assertThat(each[3]).isPositive();
      }
    }
  }

  private static double[][] reach(NextWordModel model) {
    double[][][] seen = new double[1][][];
    model.backpropagate(
        BATCH,
        new GradientObserver() {
          @Override
          public void hidden(HiddenGradients gradients) {}

          @Override
          public void words(double[][] norms) {
            seen[0] = norms;
          }
        });
    return seen[0];
  }

  @ParameterizedTest
  @EnumSource(names = {"ADDITIVE", "DOT"})
  void attention_is_trained_saved_and_shown(Attention attention, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("model.zip");
    TrainingSettings adam = TinySettings.training(1, 0.02, Optimizer.ADAM);
    try (NextWordModel model = initial(attention, adam)) {
      for (int step = 0; step < 150; step++) {
        model.step(BATCH);
      }
      assertThat(model.step(BATCH)).isLessThan(0.2);
      assertThat(model.kernels()).isEqualTo("reference");
      assertThat(Implementation.of(model(attention, new ForgetBias.Fixed(1)), adam))
          .isEqualTo(Implementation.REFERENCE);
      for (double[] weights : SeenAttention.of(model, BATCH).orElseThrow()) {
        assertThat(weights).hasSize(4);
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-5));
      }
      model.save(file);
      try (NextWordModel loaded =
          NextWordModel.load(
              file, model(attention, new ForgetBias.Fixed(1)), adam, Signature.ofWords(WORDS))) {
        assertThat(loaded.logProbabilities(BATCH)).isEqualTo(model.logProbabilities(BATCH));
      }
    }
  }

  @Test
  void a_plain_model_has_no_attention_to_show() {
    try (NextWordModel model = initial(Attention.NONE, SGD)) {
      assertThat(SeenAttention.of(model, BATCH)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ADDITIVE", "DOT"})
  void a_recall_attends_at_every_step(Attention attention) {
    SyntheticTask recall = SyntheticTask.copyMemory(10, 8, 8, 8);
    TrainingSettings adam = TinySettings.training(1, 0.01, Optimizer.ADAM);
    try (NextWordModel model =
        NextWordModel.initial(
            model(attention, new ForgetBias.Chrono(10)), adam, recall.signature(), 1)) {
      Batch batch = recall.training(1, 1).iterator().next();
      double first = model.step(batch);
      double last = first;
      for (int step = 0; step < 30; step++) {
        last = model.step(batch);
      }
      assertThat(last).isLessThan(first);
      assertThat(model.answers(batch)).hasSize(8 * batch.targetSteps() * 8);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ADDITIVE", "DOT"})
  void of_a_recall_the_attention_of_its_last_answer_is_shown(Attention attention) {
    SyntheticTask recall = SyntheticTask.copyMemory(10, 8, 8, 8);
    Batch probe = recall.probe(8).get(0);
    // The same parameters, but a network that has no answer at any other step.
    Signature last = new Signature(new Signature.Symbols(10), new Signature.LastClass(8));
    ModelSettings settings = model(attention, new ForgetBias.Fixed(1));
    try (NextWordModel model = NextWordModel.initial(settings, STILL, recall.signature(), 1);
        NextWordModel alone = NextWordModel.initial(settings, STILL, last, 1)) {
      double[][] seen = SeenAttention.of(model, probe).orElseThrow();
      double[][] wanted = SeenAttention.of(alone, probe).orElseThrow();
      for (int row = 0; row < 8; row++) {
        assertThat(seen[row]).hasSize(30).containsExactly(wanted[row], within(1e-6));
        assertThat(Arrays.stream(seen[row]).sum()).isCloseTo(1, within(1e-5));
      }
      assertThat(SeenAttention.of(model, recall.validation().iterator().next())).isPresent();
    }
  }

  private static PieceBatch pieces(int steps, int[] words, boolean begins) {
    int[] targets = new int[words.length];
    boolean[] counted = new boolean[words.length];
    for (int i = 0; i < words.length; i++) {
      targets[i] = (words[i] + 1) % WORDS;
      counted[i] = true;
    }
    boolean[] rows = new boolean[words.length / steps];
    Arrays.fill(rows, begins);
    return new PieceBatch(steps, words, targets, counted, rows);
  }

  private static TrainingSettings every(TrainingSettings plain) {
    return TinySettings.training(
        plain, Clipping.none(), OptionalInt.empty(), TrainingTargets.EVERY);
  }

  @Test
  void a_piece_goes_on_in_the_state_in_which_the_one_before_ended() {
    try (NextWordModel model = initial(Attention.NONE, every(STILL))) {
      double whole = model.step(pieces(4, new int[] {1, 2, 3, 6, 4, 0, 5, 5}, true));
      double first = model.step(pieces(2, new int[] {1, 2, 4, 0}, true));
      double second = model.step(pieces(2, new int[] {3, 6, 5, 5}, false));
      assertThat((first + second) / 2).isCloseTo(whole, within(1e-6));
      double anew = model.step(pieces(2, new int[] {3, 6, 5, 5}, true));
      assertThat(anew).isNotCloseTo(second, within(1e-4));
    }
  }

  @Test
  void only_the_rows_in_which_a_sequence_begins_start_empty() {
    try (NextWordModel model = initial(Attention.NONE, every(STILL))) {
      model.step(pieces(2, new int[] {1, 2, 4, 0}, true));
      PieceBatch next = pieces(2, new int[] {3, 6, 5, 5}, false);
      double mixed =
          model.step(
              new PieceBatch(
                  2,
                  next.words(),
                  next.targets(),
                  new boolean[] {true, true, false, false},
                  new boolean[] {false, true}));
      model.step(pieces(2, new int[] {1, 2, 4, 0}, true));
      Batch carried =
          new PieceBatch(
              2,
              next.words(),
              next.targets(),
              new boolean[] {true, true, false, false},
              new boolean[] {false, false});
      assertThat(model.step(carried)).isCloseTo(mixed, within(1e-6));
    }
  }

  @Test
  void between_updates_a_model_of_pieces_answers_as_one_of_windows() {
    try (NextWordModel model = initial(Attention.NONE, every(STILL));
        NextWordModel windows = initial(Attention.NONE, STILL)) {
      model.step(pieces(2, new int[] {1, 2, 4, 0}, true));
      assertThat(model.logProbabilities(BATCH)).hasSize(4 * WORDS);
      float[] wanted = windows.logProbabilities(BATCH);
      for (int i = 0; i < wanted.length; i++) {
        assertThat(model.logProbabilities(BATCH)[i]).isCloseTo(wanted[i], within(1e-5f));
      }
      assertThat(reach(model)).isDeepEqualTo(reach(model));
    }
  }

  @Test
  void pieces_without_a_target_only_carry_the_state_on() {
    try (NextWordModel model = initial(Attention.NONE, every(SGD));
        NextWordModel other = initial(Attention.NONE, every(SGD))) {
      Batch silent =
          new PieceBatch(2, new int[] {1, 2}, new int[2], new boolean[2], new boolean[] {true});
      assertThat(silent.targetCount()).isZero();
      assertThat(model.step(silent)).isZero();
      Batch next = pieces(2, new int[] {3, 6}, false);
      assertThat(model.step(next)).isNotEqualTo(other.step(next));
    }
  }

  @Test
  void targets_at_every_word_are_learnt_by_heart() {
    TrainingSettings adam = every(TinySettings.training(1, 0.02, Optimizer.ADAM));
    try (NextWordModel model = initial(Attention.DOT, adam)) {
      double loss = 9;
      for (int step = 0; step < 150; step++) {
        loss = model.step(pieces(2, new int[] {1, 2, 4, 0}, step % 2 == 0));
      }
      assertThat(loss).isLessThan(0.2);
    }
  }
}
