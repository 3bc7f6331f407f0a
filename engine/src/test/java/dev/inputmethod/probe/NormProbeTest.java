package dev.inputmethod.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.Norms;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import org.junit.jupiter.api.Test;

class NormProbeTest {
  private static final double LEARNING_RATE = 0.25;
  private static final Batch BATCH =
      new SymbolBatch(2, new int[] {1, 2, 3, 4}, new int[] {5, 6}, new int[2]);

  @Test
  void under_gradient_descent_an_update_is_the_learning_rate_times_the_gradient() {
    Measurement.Step seen = measured(Cell.GRU);

    assertThat(seen.parameters())
        .containsOnlyKeys(
            "embedding.weight",
            "recurrent1.forward.inputWeight",
            "recurrent1.forward.recurrentWeight",
            "recurrent1.forward.inputBias",
            "recurrent1.forward.recurrentBias",
            "output.weight",
            "output.bias");
    for (Norms norms : seen.parameters().values()) {
      assertThat(norms.gradient()).isPositive();
      assertThat(norms.update()).isCloseTo(LEARNING_RATE * norms.gradient(), within(1e-6));
      assertThat(norms.value()).isPositive();
    }
  }

  @Test
  void the_global_norm_is_that_of_all_gradients_together() {
    Measurement.Step seen = measured(Cell.LSTM);
    double squares =
        seen.parameters().values().stream().mapToDouble(n -> n.gradient() * n.gradient()).sum();
    assertThat(seen.globalNorm()).isCloseTo(Math.sqrt(squares), within(1e-12));
  }

  @Test
  void the_gradient_is_the_mean_over_the_batch() {
    Batch twice =
        new SymbolBatch(2, new int[] {1, 2, 3, 4, 1, 2, 3, 4}, new int[] {5, 6, 5, 6}, new int[4]);
    assertThat(measured(Cell.RNN, twice).globalNorm())
        .isCloseTo(measured(Cell.RNN, BATCH).globalNorm(), within(1e-6));
  }

  private static Measurement.Step measured(Cell cell) {
    return measured(cell, BATCH);
  }

  private static Measurement.Step measured(Cell cell, Batch batch) {
    NormProbe probe = new NormProbe();
    try (NextWordModel model =
        NextWordModel.initial(
            TinySettings.model(cell, 1, 0),
            TinySettings.training(1, LEARNING_RATE, Optimizer.SGD),
            Signature.ofWords(7),
            3)) {
      double loss = model.step(batch, probe);
      return probe.measurement(1, 1, loss);
    }
  }
}
