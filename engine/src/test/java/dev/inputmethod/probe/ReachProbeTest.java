package dev.inputmethod.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.ModelBuilder;
import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Clipping;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.experiment.TrainingTargets;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.model.SeenAttention;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Measurement.Saturation;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReachProbeTest {
  private static final int[] CONTEXTS = {1, 2, 3, 4, 5, 6, 5, 6, 2, 1, 3, 3};
  private static final Batch BOTH = new SymbolBatch(6, CONTEXTS, new int[] {4, 1}, new int[2]);
  private static final Batch ONE =
      new SymbolBatch(6, new int[] {1, 2, 3, 4, 5, 6}, new int[] {4}, new int[1]);
  private static final Batch OTHER =
      new SymbolBatch(6, new int[] {5, 6, 2, 1, 3, 3}, new int[] {1}, new int[1]);

  private static NextWordModel model(Cell cell, Direction direction) {
    return NextWordModel.initial(
        ProbeModels.settings(cell, 2, 5, direction),
        TinySettings.training(1, 0.1, Optimizer.SGD),
        Signature.ofWords(7),
        5);
  }

  private static Reach reach(NextWordModel model, Batch... batches) {
    return (Reach) new ReachProbe(List.of(batches)).measure(model, 2, 30, Moment.INTERVAL).get(0);
  }

  @Test
  void every_layer_is_told_of_at_every_distance() {
    try (NextWordModel model = model(Cell.LSTM, Direction.FORWARD)) {
      Reach reach = reach(model, BOTH);
      assertThat(reach.epoch()).isEqualTo(2);
      assertThat(reach.step()).isEqualTo(30);
      assertThat(reach.moment()).isEqualTo(Moment.INTERVAL);
      assertThat(reach.examples()).hasSize(6).containsOnly(2L);
      assertThat(reach.hidden()).extracting(HiddenReach::layer).containsExactly(1, 2);
      assertThat(reach.hidden().get(1).norms()).hasSize(6).allMatch(norm -> norm > 0);
      assertThat(reach.inputDecay().map(Decay::to)).contains(5);
    }
  }

  /** An example's gradient is that of its own loss, whatever batch it is in. */
  @Test
  void batches_do_not_change_the_means() {
    try (NextWordModel model = model(Cell.LSTM, Direction.FORWARD)) {
      Reach apart = reach(model, ONE, OTHER);
      Reach together = reach(model, BOTH);
      for (int distance = 0; distance < 6; distance++) {
        assertThat(together.input().get(distance))
            .isCloseTo(apart.input().get(distance), within(1e-6));
      }
      assertThat(reach(model, BOTH)).isEqualTo(together);
    }
  }

  @Test
  void the_interval_is_around_the_mean_and_between_the_examples() {
    try (NextWordModel model = model(Cell.GRU, Direction.FORWARD)) {
      Reach both = reach(model, BOTH);
      double one = reach(model, ONE).input().get(3);
      double other = reach(model, OTHER).input().get(3);
      assertThat(both.inputLow().get(3)).isCloseTo(Math.min(one, other), within(1e-7));
      assertThat(both.inputHigh().get(3)).isCloseTo(Math.max(one, other), within(1e-7));
      assertThat(both.input().get(3)).isCloseTo((one + other) / 2, within(1e-7));
    }
  }

  @Test
  void an_lstms_state_is_h_and_c_together_from_one_step_back_on() {
    try (NextWordModel model = model(Cell.LSTM, Direction.FORWARD)) {
      HiddenReach top = reach(model, ONE).hidden().get(1);
      // Nothing reads the last c.
      assertThat(top.joint().get(0)).isEqualTo(top.norms().get(0));
      for (int distance = 1; distance < 6; distance++) {
        assertThat(top.joint().get(distance)).isGreaterThan(top.norms().get(distance));
      }
    }
    try (NextWordModel model = model(Cell.GRU, Direction.FORWARD)) {
      assertThat(reach(model, ONE).hidden().get(1).joint()).isEmpty();
    }
  }

  @Test
  void padded_slots_do_not_count() {
    Batch padded = new SymbolBatch(6, CONTEXTS, new int[] {4, 1}, new int[] {0, 2});
    try (NextWordModel model = model(Cell.GRU, Direction.FORWARD)) {
      Reach reach = reach(model, padded);
      assertThat(reach.examples()).containsExactly(2L, 2L, 2L, 2L, 1L, 1L);
      assertThat(reach.input().get(3)).isEqualTo(reach(model, BOTH).input().get(3));
      assertThat(reach.input().get(4)).isCloseTo(reach(model, ONE).input().get(4), within(1e-7));
    }
  }

  @Test
  void what_gets_gradient_from_both_ends_gets_no_fit() {
    try (NextWordModel model = model(Cell.RNN, Direction.BIDIRECTIONAL)) {
      Reach reach = reach(model, BOTH);
      assertThat(reach.inputDecay()).isEmpty();
      assertThat(reach.hidden())
          .extracting(place -> place.decay().isPresent())
          .containsExactly(false, false, true, true);
      HiddenReach backward = reach.hidden().get(3);
      assertThat(backward.direction().word()).isEqualTo("backward");
      // It has read the farthest word last, and so is nearest to it.
      assertThat(backward.norms().get(5)).isGreaterThan(backward.norms().get(0));
      assertThat(backward.decay().orElseThrow().factor()).isLessThan(1);
    }
  }

  @Test
  void the_same_pass_tells_how_saturated_the_cells_are() {
    try (NextWordModel model = model(Cell.LSTM, Direction.FORWARD)) {
      Saturation saturation =
          (Saturation) new ReachProbe(List.of(BOTH)).measure(model, 0, 0, Moment.INITIAL).get(1);
      assertThat(saturation.moment()).isEqualTo(Moment.INITIAL);
      assertThat(saturation.places()).hasSize(2);
      assertThat(saturation.places().get(0).gates()).containsOnlyKeys("input", "forget", "output");
      assertThat(saturation.places().get(0).gates().get("forget").mean()).isBetween(0.6, 0.85);
    }
  }

  private static NextWordModel attending(Attention attention, boolean everyWord) {
    ModelSettings settings = new ModelBuilder().attention(attention).build();
    TrainingSettings training =
        TinySettings.training(
            TinySettings.training(1, 0.5, Optimizer.SGD),
            Clipping.none(),
            OptionalInt.empty(),
            everyWord ? TrainingTargets.EVERY : TrainingTargets.LAST);
    return NextWordModel.initial(settings, training, Signature.ofWords(7), 5);
  }

  private static List<Measurement> measured(NextWordModel model, Batch... batches) {
    return new ReachProbe(List.of(batches)).measure(model, 1, 20, Moment.INTERVAL);
  }

  @Test
  void attention_is_a_mean_over_examples_by_distance_from_the_last_state() {
    try (NextWordModel model = attending(Attention.DOT, false)) {
      for (int step = 0; step < 20; step++) {
        model.step(BOTH);
      }
      double[][] weights = SeenAttention.of(model, BOTH).orElseThrow();
      Measurement.Attention seen = (Measurement.Attention) measured(model, ONE, OTHER).get(2);

      assertThat(seen.examples()).hasSize(6).containsOnly(2L);
      for (int d = 0; d < 6; d++) {
        double mean = (weights[0][5 - d] + weights[1][5 - d]) / 2;
        assertThat(seen.weights().get(d)).isCloseTo(mean, within(1e-6));
      }
      assertThat(seen.weights().stream().mapToDouble(it -> it).sum()).isCloseTo(1, within(1e-6));
      assertThat(seen.weights().get(0)).isNotCloseTo(seen.weights().get(5), within(1e-3));
      assertThat(seen.meanDistance()).isBetween(0.5, 4.5);
    }
  }

  @Test
  void attention_is_seen_where_every_word_is_a_target_and_not_where_there_is_none() {
    try (NextWordModel without = attending(Attention.NONE, false);
        NextWordModel everyWord = attending(Attention.DOT, true)) {
      assertThat(measured(without, ONE)).noneMatch(Measurement.Attention.class::isInstance);
      assertThat(measured(everyWord, ONE)).anyMatch(Measurement.Attention.class::isInstance);
    }
  }
}
