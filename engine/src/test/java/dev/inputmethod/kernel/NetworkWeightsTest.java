package dev.inputmethod.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.kernel.NetworkSizes.Level;
import dev.inputmethod.kernel.RecurrentPass.CellKind;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NetworkWeightsTest {
  private static final Level LOWER = new Level(CellKind.GRU, 4, 5, 2, true);
  private static final NetworkSizes SIZES =
      new NetworkSizes(
          OptionalInt.of(7), List.of(LOWER, new Level(CellKind.LSTM, 10, 3, 1, false)), 6);

  /** Words, two directions of a GRU with biases, an LSTM without, the output with its bias. */
  private static final int COUNT =
      7 * 4 + 2 * (15 * 4 + 15 * 5 + 2 * 15) + (12 * 10 + 12 * 3) + (6 * 3 + 6);

  @Test
  void parameters_lie_one_after_another() {
    NetworkWeights weights = NetworkWeights.of(new float[COUNT], SIZES);
    assertThat(weights.embedding().orElseThrow().rows()).isEqualTo(7);
    assertThat(weights.levels().get(0).get(0).input().at()).isEqualTo(28);
    assertThat(weights.levels().get(0).get(1).input().at()).isEqualTo(28 + 165);
    assertThat(weights.levels().get(1).get(0).biases()).isEmpty();
    assertThat(weights.outputBias().at()).isEqualTo(COUNT - 6);
  }

  @Test
  void an_array_of_another_length_is_refused() {
    assertThatThrownBy(() -> NetworkWeights.of(new float[COUNT + 1], SIZES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%d numbers are not the %d of such a network", COUNT + 1, COUNT);
  }

  @Test
  void layers_that_do_not_fit_are_refused() {
    Level upper = new Level(CellKind.LSTM, 5, 3, 1, false);
    assertThatThrownBy(() -> new NetworkSizes(OptionalInt.of(7), List.of(LOWER, upper), 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("10 features");
  }
}
