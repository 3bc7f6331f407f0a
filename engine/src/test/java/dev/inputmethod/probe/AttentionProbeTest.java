package dev.inputmethod.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ForgetBias;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Nonlinearity;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.RecurrentInitialisation;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.task.Batch;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttentionProbeTest {
  private static final Batch ONE =
      new Batch(3, new int[] {1, 2, 3, 4, 5, 6}, new int[] {4, 1}, new int[2]);
  private static final Batch OTHER = new Batch(3, new int[] {6, 1, 5}, new int[] {2}, new int[1]);

  private static NextWordModel model(Attention attention) {
    ModelSettings settings =
        new ModelSettings(
            4,
            5,
            1,
            Direction.FORWARD,
            Cell.LSTM,
            Nonlinearity.TANH,
            true,
            new ForgetBias.Fixed(1),
            0,
            RecurrentInitialisation.UNIFORM,
            attention);
    return NextWordModel.initial(settings, TinySettings.training(1, 0.5, Optimizer.SGD), 7, 5);
  }

  @Test
  void weights_are_means_over_examples_by_distance_from_the_last_state() {
    try (NextWordModel model = model(Attention.DOT)) {
      for (int step = 0; step < 20; step++) {
        model.step(ONE);
      }
      double[][] one = model.attention(ONE).orElseThrow();
      double[][] other = model.attention(OTHER).orElseThrow();

      Measurement.Attention seen =
          (Measurement.Attention)
              new AttentionProbe(List.of(ONE, OTHER))
                  .measure(model, 1, 20, Moment.INTERVAL)
                  .orElseThrow();

      assertThat(seen.examples()).containsExactly(3L, 3L, 3L);
      for (int d = 0; d < 3; d++) {
        double mean = (one[0][2 - d] + one[1][2 - d] + other[0][2 - d]) / 3;
        assertThat(seen.weights().get(d)).isCloseTo(mean, within(1e-6));
      }
      assertThat(seen.weights().stream().mapToDouble(it -> it).sum()).isCloseTo(1, within(1e-6));
      assertThat(seen.weights().get(0)).isNotCloseTo(seen.weights().get(2), within(1e-3));
    }
  }

  @Test
  void without_attention_there_is_nothing_to_measure() {
    try (NextWordModel model = model(Attention.NONE)) {
      assertThat(new AttentionProbe(List.of(ONE)).measure(model, 1, 0, Moment.INITIAL)).isEmpty();
    }
  }
}
