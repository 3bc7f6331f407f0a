package dev.inputmethod.layer;

import static dev.inputmethod.layer.Parameters.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What recurrent weights and gates start at. */
class StateInitialisationTest {
  private static final int HIDDEN = 9;

  private static Map<String, INDArray> parameters(
      Cell cell, StateInitialisation initialisation, int chrono) {
    TestNetwork settings = TestNetwork.of(cell, 2, true);
    settings.hidden = HIDDEN;
    settings.initialisation = initialisation;
    settings.chrono = chrono;
    settings.forgetBias = 1;
    return ParameterNames.parameters(settings.build());
  }

  @ParameterizedTest
  @EnumSource
  void an_orthogonal_start_is_orthogonal_gate_by_gate(Cell cell) {
    parameters(cell, StateInitialisation.ORTHOGONAL, 0)
        .forEach(
            (name, values) -> {
              if (name.endsWith("recurrentWeight")) {
                for (int gate = 0; gate < cell.gates(); gate++) {
                  INDArray block = Matrices.rows(values, gate * (long) HIDDEN, HIDDEN);
                  INDArray product = block.mmul(block.transpose());
                  assertThat(product.equalsWithEps(Nd4j.eye(HIDDEN).castTo(DataType.DOUBLE), 1e-12))
                      .isTrue();
                  assertThat(block.getDouble(0, 0)).isNotEqualTo(1);
                }
              }
            });
  }

  @Test
  void layers_directions_and_gates_have_orthogonal_matrices_of_their_own() {
    Map<String, INDArray> drawn = parameters(Cell.LSTM, StateInitialisation.ORTHOGONAL, 0);
    INDArray first = view(drawn, "recurrent1.forward.recurrentWeight");
    assertThat(view(drawn, "recurrent2.forward.recurrentWeight")).isNotEqualTo(first);
    assertThat(view(drawn, "recurrent1.backward.recurrentWeight")).isNotEqualTo(first);
    assertThat(Matrices.rows(first, 0, HIDDEN)).isNotEqualTo(Matrices.rows(first, HIDDEN, HIDDEN));
  }

  @Test
  void the_identity_is_that_and_a_plain_cells_biases_are_zero() {
    Map<String, INDArray> plain = parameters(Cell.RNN_RELU, StateInitialisation.IDENTITY, 0);
    assertThat(view(plain, "recurrent2.backward.recurrentWeight"))
        .isEqualTo(Nd4j.eye(HIDDEN).castTo(DataType.DOUBLE));
    assertThat(view(plain, "recurrent1.forward.inputBias"))
        .isEqualTo(Nd4j.zeros(DataType.DOUBLE, HIDDEN));
    assertThat(view(plain, "recurrent1.forward.recurrentBias"))
        .isEqualTo(Nd4j.zeros(DataType.DOUBLE, HIDDEN));
    INDArray gated =
        view(
            parameters(Cell.GRU, StateInitialisation.IDENTITY, 0),
            "recurrent1.forward.recurrentBias");
    assertThat(gated.amaxNumber().doubleValue()).isPositive();
  }

  @Test
  void nothing_else_starts_otherwise() {
    Map<String, INDArray> uniform = parameters(Cell.LSTM, StateInitialisation.UNIFORM, 0);
    for (StateInitialisation initialisation : StateInitialisation.values()) {
      parameters(Cell.LSTM, initialisation, 0)
          .forEach(
              (name, values) -> {
                if (!name.endsWith("recurrentWeight")) {
                  assertThat(values).isEqualTo(uniform.get(name));
                }
              });
    }
    parameters(Cell.LSTM, StateInitialisation.UNIFORM, 30)
        .forEach(
            (name, values) -> {
              if (!name.startsWith("recurrent") || name.endsWith("Weight")) {
                assertThat(values).isEqualTo(uniform.get(name));
              }
            });
  }

  @Test
  void chrono_gates_forget_over_every_time_up_to_the_longest() {
    TestNetwork settings = TestNetwork.of(Cell.LSTM, 1, false);
    settings.hidden = 400;
    settings.chrono = 30;
    Map<String, INDArray> drawn = ParameterNames.parameters(settings.build());
    INDArray sum =
        view(drawn, "recurrent1.forward.inputBias")
            .add(view(drawn, "recurrent1.forward.recurrentBias"));
    double least = Double.MAX_VALUE;
    double most = 0;
    double mean = 0;
    for (int unit = 0; unit < 400; unit++) {
      double time = Math.exp(sum.getDouble(400 + unit));
      least = Math.min(least, time);
      most = Math.max(most, time);
      mean += time / 400;
      assertThat(sum.getDouble(unit)).isEqualTo(-sum.getDouble(400 + unit));
    }
    assertThat(least).isBetween(1.0, 1.5);
    assertThat(most).isBetween(28.0, 29.0 + 1e-9);
    assertThat(mean).isCloseTo(15, within(1.5));
  }

  @Test
  void chrono_gates_for_the_shortest_contexts_forget_half() {
    for (int longest : new int[] {1, 2}) {
      INDArray bias =
          view(
              parameters(Cell.LSTM, StateInitialisation.UNIFORM, longest),
              "recurrent1.forward.inputBias");
      for (int unit = 0; unit < 2 * HIDDEN; unit++) {
        assertThat(bias.getDouble(unit)).isZero();
      }
    }
  }
}
