package dev.inputmethod.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SyntheticTaskTest {
  private static final int MANY = 4000;

  private static SymbolBatch symbols(Iterable<Batch> batches) {
    return (SymbolBatch) batches.iterator().next();
  }

  private static NumberBatch numbers(Iterable<Batch> batches) {
    return (NumberBatch) batches.iterator().next();
  }

  @Test
  void adding_marks_one_step_of_each_half_and_asks_for_the_sum_of_their_values() {
    int length = 11;
    NumberBatch batch = numbers(SyntheticTask.adding(length, MANY, 1, MANY).training(1, 1));

    Set<Integer> firsts = new HashSet<>();
    Set<Integer> seconds = new HashSet<>();
    for (int row = 0; row < batch.size(); row++) {
      int values = row * 2 * length;
      float sum = 0;
      List<Integer> marked = new ArrayList<>();
      for (int t = 0; t < length; t++) {
        assertThat(batch.numbers()[values + t]).isBetween(0f, 1f);
        if (batch.numbers()[values + length + t] == 1) {
          marked.add(t);
          sum += batch.numbers()[values + t];
        } else {
          assertThat(batch.numbers()[values + length + t]).isZero();
        }
      }
      assertThat(marked).hasSize(2);
      firsts.add(marked.get(0));
      seconds.add(marked.get(1));
      assertThat(batch.values()[row]).isEqualTo(sum);
    }
    assertThat(firsts).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    assertThat(seconds).containsExactlyInAnyOrder(5, 6, 7, 8, 9, 10);
  }

  @Test
  void always_answering_one_has_the_squared_error_of_remembering_nothing() {
    SyntheticTask task = SyntheticTask.adding(10, 1, MANY, MANY);
    NumberBatch batch = numbers(task.validation());
    float[] ones = new float[batch.size()];
    Arrays.fill(ones, 1);
    Scorer scorer = task.scorer();
    scorer.add(batch, ones);

    assertThat(scorer.metrics().get("meanSquaredError")).isCloseTo(1.0 / 6, within(0.008));
    assertThat(task.memorylessLoss()).hasValue(1.0 / 6);
    assertThat(task.baselines())
        .containsEntry("validation.memoryless.meanSquaredError", 1.0 / 6)
        .containsEntry("test.oneMarker.meanSquaredError", 1.0 / 12);
  }

  @Test
  void temporal_order_has_its_published_places_at_length_one_hundred() {
    SymbolBatch batch = symbols(SyntheticTask.temporalOrder(100, MANY, 1, MANY).training(1, 1));

    assertThat(places(batch, 100)).isEqualTo(List.of(10, 20, 50, 60, 100, 110));
    assertThat(batch.contextLength()).isEqualTo(110);
  }

  @Test
  void temporal_order_scales_its_places_with_the_length() {
    SymbolBatch batch = symbols(SyntheticTask.temporalOrder(30, MANY, 1, MANY).training(1, 1));

    assertThat(places(batch, 30)).isEqualTo(List.of(3, 6, 15, 18, 30, 33));
  }

  @Test
  void temporal_order_is_probed_with_sequences_that_are_not_padded() {
    SymbolBatch probe = symbols(SyntheticTask.temporalOrder(30, 1, 50, 50).probe(50));

    assertThat(probe.padding()).containsOnly(0);
    assertThat(places(probe, 33).subList(4, 6)).containsExactly(33, 33);
  }

  /** The least and greatest first place, second place and length; checks every sequence. */
  private static List<Integer> places(SymbolBatch batch, int least) {
    int[][] found = new int[3][batch.size()];
    Set<Integer> classes = new HashSet<>();
    for (int row = 0; row < batch.size(); row++) {
      int steps = batch.contextLength();
      int[] own =
          Arrays.copyOfRange(
              batch.contexts(), row * steps + batch.padding()[row], (row + 1) * steps);
      int[] padding =
          Arrays.copyOfRange(batch.contexts(), row * steps, row * steps + batch.padding()[row]);
      assertThat(padding).containsOnly(new int[padding.length]);
      assertThat(own[0]).isEqualTo(1);
      assertThat(own[own.length - 1]).isEqualTo(2);
      List<Integer> special = new ArrayList<>();
      for (int i = 1; i < own.length - 1; i++) {
        if (own[i] >= 7) {
          special.add(i);
        } else {
          assertThat(own[i]).isBetween(3, 6);
        }
      }
      assertThat(special).hasSize(2);
      found[0][row] = special.get(0);
      found[1][row] = special.get(1);
      found[2][row] = own.length;
      int expected = 2 * (own[special.get(0)] - 7) + own[special.get(1)] - 7;
      assertThat(batch.targets()[row]).isEqualTo(expected);
      classes.add(expected);
    }
    assertThat(classes).hasSize(4);
    assertThat(least).isPositive();
    List<Integer> ends = new ArrayList<>();
    for (int[] each : found) {
      ends.add(Arrays.stream(each).min().orElseThrow());
      ends.add(Arrays.stream(each).max().orElseThrow());
    }
    return ends;
  }

  @Test
  void copy_memory_tells_ten_symbols_and_asks_for_them_after_the_blanks() {
    SymbolBatch batch = symbols(SyntheticTask.copyMemory(12, 500, 1, 500).training(1, 1));

    assertThat(batch.contextLength()).isEqualTo(32);
    for (int row = 0; row < batch.size(); row++) {
      int[] own = Arrays.copyOfRange(batch.contexts(), row * 32, (row + 1) * 32);
      int[] told = Arrays.copyOf(own, 10);
      assertThat(Arrays.stream(told).allMatch(symbol -> symbol >= 0 && symbol < 8)).isTrue();
      int[] rest = new int[22];
      Arrays.fill(rest, 8);
      rest[11] = 9;
      assertThat(Arrays.copyOfRange(own, 10, 32)).isEqualTo(rest);
      assertThat(Arrays.copyOfRange(batch.targets(), row * 10, row * 10 + 10)).isEqualTo(told);
    }
    assertThat(Arrays.stream(batch.targets()).distinct().count()).isEqualTo(8);
  }

  @Test
  void copy_memory_is_probed_with_the_loss_at_the_last_step_only() {
    SyntheticTask task = SyntheticTask.copyMemory(12, 10, 20, 8);
    List<Batch> probe = task.probe(10);
    SymbolBatch first = symbols(task.validation());

    assertThat(probe).extracting(Batch::size).containsExactly(8, 2);
    SymbolBatch last = symbols(probe);
    assertThat(last.targetSteps()).isEqualTo(1);
    assertThat(last.contexts()).isEqualTo(first.contexts());
    for (int row = 0; row < 8; row++) {
      assertThat(last.targets()[row]).isEqualTo(first.targets()[row * 10 + 9]);
    }
  }

  @Test
  void an_epoch_has_each_example_once_in_an_order_of_its_seed() {
    SyntheticTask task = SyntheticTask.adding(10, 50, 1, 8);

    List<Float> one = values(task.training(1, 1));
    List<Float> other = values(task.training(2, 1));
    assertThat(one).hasSize(50).doesNotHaveDuplicates().isNotEqualTo(other);
    assertThat(other).containsExactlyInAnyOrderElementsOf(one);
    assertThat(values(task.training(1, 2))).isNotEqualTo(one);
    assertThat(values(task.training(1, 1))).isEqualTo(one);
    assertThat(task.trainingBatches()).isEqualTo(7);
  }

  @Test
  void no_split_has_an_example_of_another_one() {
    SyntheticTask task = SyntheticTask.adding(10, 100, 100, 100);
    Set<Float> training = new HashSet<>(values(task.training(1, 1)));

    assertThat(values(task.validation())).doesNotContainAnyElementsOf(training);
    assertThat(values(task.test()))
        .doesNotContainAnyElementsOf(training)
        .doesNotContainAnyElementsOf(values(task.validation()));
  }

  private static List<Float> values(Iterable<Batch> batches) {
    List<Float> values = new ArrayList<>();
    for (Batch batch : batches) {
      for (float value : ((NumberBatch) batch).values()) {
        values.add(value);
      }
    }
    return values;
  }

  @Test
  void a_billion_examples_are_no_more_memory_than_one() {
    SyntheticTask task = SyntheticTask.copyMemory(100, 1_000_000_000, 1, 4);

    assertThat(symbols(task.training(3, 1)).size()).isEqualTo(4);
  }

  @Test
  void dependencies_reach_as_far_as_every_example_needs() {
    assertThat(SyntheticTask.adding(100, 1, 1, 1).dependencyLength()).isEqualTo(50);
    assertThat(SyntheticTask.temporalOrder(100, 1, 1, 1).dependencyLength()).isEqualTo(79);
    assertThat(SyntheticTask.copyMemory(100, 1, 1, 1).dependencyLength()).isEqualTo(110);
  }
}
