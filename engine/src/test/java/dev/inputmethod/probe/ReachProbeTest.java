package dev.inputmethod.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.task.Batch;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachProbeTest {
  private static final Batch ONE = new Batch(3, new int[] {1, 2, 3}, new int[] {4}, new int[1]);
  private static final Batch OTHER =
      new Batch(3, new int[] {0, 5, 6}, new int[] {1}, new int[] {1});
  private static final Batch BOTH =
      new Batch(3, new int[] {1, 2, 3, 0, 5, 6}, new int[] {4, 1}, new int[] {0, 1});

  private static NextWordModel model() {
    return NextWordModel.initial(
        TinySettings.model(Cell.LSTM, 2, 0.5), TinySettings.training(1, 0.1, Optimizer.SGD), 7, 5);
  }

  @Test
  void every_layer_is_told_of_at_every_distance() {
    try (NextWordModel model = model()) {
      Measurement.Reach reach = new ReachProbe(List.of(BOTH)).measure(model, 2, 30);
      assertThat(reach.epoch()).isEqualTo(2);
      assertThat(reach.step()).isEqualTo(30);
      assertThat(reach.examples()).containsExactly(2L, 2L, 1L);
      assertThat(reach.hidden()).hasSize(2);
      assertThat(reach.hidden().get(0).layer()).isEqualTo(1);
      assertThat(reach.hidden().get(1).direction()).isEqualTo("forward");
      assertThat(reach.hidden().get(1).norms()).hasSize(3).allMatch(norm -> norm > 0);
    }
  }

  /** An example's gradient is that of its own loss, whatever batch it is in. */
  @Test
  void batches_do_not_change_the_means() {
    try (NextWordModel model = model()) {
      Measurement.Reach apart = new ReachProbe(List.of(ONE, OTHER)).measure(model, 0, 0);
      Measurement.Reach together = new ReachProbe(List.of(BOTH)).measure(model, 0, 0);
      for (int distance = 0; distance < 3; distance++) {
        assertThat(together.input().get(distance))
            .isCloseTo(apart.input().get(distance), within(1e-6));
      }
      assertThat(new ReachProbe(List.of(BOTH)).measure(model, 0, 0)).isEqualTo(together);
    }
  }
}
