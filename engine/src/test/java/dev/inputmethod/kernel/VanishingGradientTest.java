package dev.inputmethod.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.kernel.RecurrentPass.CellKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Subnormal numbers, which a vanishing gradient ends in, made a step ten times as slow. */
class VanishingGradientTest {
  private static final int HIDDEN = 4;
  private static final Shape SHAPE = new Shape(600, 3);

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void the_gradient_of_states_ends_in_zeros_and_not_in_subnormal_numbers(CellKind cell) {
    Steps states = new Steps(SHAPE, HIDDEN);

    RecurrentPass pass = backward(cell, states);

    for (int t = 0; t < SHAPE.time(); t++) {
      assertThat(numbers(states.gradients(t, 0))).allMatch(VanishingGradientTest::isWorthwhile);
      assertThat(pass.cellGradient(t).map(VanishingGradientTest::numbers).orElse(List.of()))
          .allMatch(VanishingGradientTest::isWorthwhile);
    }
    assertThat(numbers(states.gradients(0, 0))).containsOnly(0f);
    assertThat(numbers(states.gradients(SHAPE.time() - 10, 0))).doesNotContain(0f);
  }

  private static boolean isWorthwhile(float g) {
    return g == 0 || Math.abs(g) >= Kernels.NEGLIGIBLE;
  }

  /** Of the examples' lanes. */
  private static List<Float> numbers(Span block) {
    List<Float> numbers = new ArrayList<>();
    for (int i = 0; i < HIDDEN * SHAPE.lanes(); i++) {
      if (i % SHAPE.lanes() < SHAPE.batch()) {
        numbers.add(block.values()[block.at() + i]);
      }
    }
    return numbers;
  }

  @Test
  void probabilities_of_far_smaller_logits_have_no_gradient() {
    Span block = new Span(new float[2 * Kernels.LANES], 0);
    Arrays.fill(block.values(), 0, Kernels.LANES, 1);
    Arrays.fill(block.values(), Kernels.LANES, block.values().length, Float.MIN_NORMAL);
    Span factors = new Span(new float[Kernels.LANES], 0);
    Arrays.fill(factors.values(), 0.01f);

    Kernels.best().scaleLanes(block, 2, Kernels.LANES, factors);

    assertThat(block.values()[0]).isEqualTo(0.01f);
    assertThat(block.values()[Kernels.LANES]).isZero();
  }

  /** From a gradient of 1 at the last state only. */
  private static RecurrentPass backward(CellKind cell, Steps states) {
    Steps input = new Steps(SHAPE, 1);
    RecurrentPass pass =
        RecurrentPass.of(Kernels.best(), cell, weights(cell, 0.2f), weights(cell, 0), SHAPE, false);
    for (int t = 0; t < SHAPE.time(); t++) {
      Arrays.fill(input.values(t).values(), 1);
    }
    pass.observe(true);
    pass.forward(input, states, 0);
    Span last = states.gradients(SHAPE.time() - 1, 0);
    Arrays.fill(last.values(), last.at(), last.at() + HIDDEN * SHAPE.lanes(), 1);
    states.turnToExamples();
    pass.backward(input, states, 0, false);
    return pass;
  }

  private static RecurrentWeights weights(CellKind cell, float each) {
    int rows = cell.gates() * HIDDEN;
    return new RecurrentWeights(
        filled(rows, 1, each), filled(rows, HIDDEN, each / 2), Optional.empty());
  }

  private static Matrix filled(int rows, int columns, float each) {
    float[] numbers = new float[rows * columns];
    Arrays.fill(numbers, each);
    return Matrix.of(new Span(numbers, 0), rows, columns);
  }
}
