package dev.inputmethod.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Clipping;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.experiment.TrainingTargets;
import dev.inputmethod.layer.ParameterValues;
import dev.inputmethod.task.PieceBatch;
import dev.inputmethod.task.Signature;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes from one piece of a sequence to the next, and what does not. */
class CarriedStepsTest {
  private static final int WORDS = 7;
  private static final int EMBEDDING = 4;

  /** So slow that in single precision nothing is learned. */
  private static final TrainingSettings STILL =
      TinySettings.training(
          TinySettings.training(1, 1e-20, Optimizer.SGD),
          Clipping.none(),
          OptionalInt.empty(),
          TrainingTargets.EVERY);

  private static NextWordModel model(Cell cell) {
    return NextWordModel.initial(
        TinySettings.model(cell, 2, 0), STILL, Signature.ofWords(WORDS), 1);
  }

  private static PieceBatch piece(boolean begins, int... words) {
    boolean[] counted = new boolean[words.length];
    Arrays.fill(counted, true);
    return new PieceBatch(words.length, words, words, counted, new boolean[] {begins});
  }

  /** Keeps ∂L/∂E of the embedded words. */
  private static final class EmbeddingGradient implements StepObserver {
    private float[] gradient = {};

    @Override
    public void gradients(ParameterValues gradients) {
      gradient = gradients.copy("embedding.weight");
    }

    @Override
    public void updated(ParameterValues updates, ParameterValues parameters) {}

    float[] of(int word) {
      return Arrays.copyOfRange(gradient, word * EMBEDDING, (word + 1) * EMBEDDING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_state_is_carried_into_the_next_piece(Cell cell) {
    try (NextWordModel model = model(cell)) {
      model.step(piece(true, 1, 2));
      double afterOneAndTwo = model.step(piece(false, 3, 6));
      model.step(piece(true, 5, 4));
      double afterFiveAndFour = model.step(piece(false, 3, 6));
      assertThat(afterFiveAndFour).isNotCloseTo(afterOneAndTwo, within(1e-5));

      double whole = model.step(piece(true, 1, 2, 3, 6));
      double first = model.step(piece(true, 1, 2));
      assertThat((first + afterOneAndTwo) / 2).isCloseTo(whole, within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_gradient_is_not_carried_back_into_the_piece_before(Cell cell) {
    EmbeddingGradient seen = new EmbeddingGradient();
    try (NextWordModel model = model(cell)) {
      model.step(piece(true, 1, 2, 3, 6), seen);
      for (int word : new int[] {1, 2, 3, 6}) {
        assertThat(norm(seen.of(word))).isPositive();
      }

      model.step(piece(true, 1, 2));
      model.step(piece(false, 3, 6), seen);
      for (int word : new int[] {1, 2}) {
        assertThat(norm(seen.of(word))).isZero();
      }
      for (int word : new int[] {3, 6}) {
        assertThat(norm(seen.of(word))).isPositive();
      }
    }
  }

  private static double norm(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }
}
