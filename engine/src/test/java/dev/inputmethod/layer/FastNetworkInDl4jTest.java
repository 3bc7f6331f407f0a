package dev.inputmethod.layer;

import static dev.inputmethod.layer.FastSamples.fast;
import static dev.inputmethod.layer.FastSamples.ids;
import static dev.inputmethod.layer.FastSamples.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The fast form as DL4J's own tools see it: files, updaters, and their ways to train. */
class FastNetworkInDl4jTest {
  @Test
  void dl4j_itself_sees_the_parameters_as_they_are_now() {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    FastNetwork fast = fast(shape);
    INDArray ids = ids(3, 4, shape.vocabulary, 1);
    fast.fit(ids, ids(3, 1, shape.vocabulary, 2));
    float[] logs = LogProbabilities.rows(fast, ids);
    INDArray probabilities = fast.output(ids);
    for (int i = 0; i < logs.length; i++) {
      assertThat(Math.exp(logs[i])).isCloseTo(probabilities.getDouble(i), within(1e-6));
    }
  }

  @Test
  void what_was_saved_with_its_updater_goes_on_as_if_nothing_had_been(@TempDir Path directory)
      throws IOException {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    FastNetwork straight = fast(shape);
    FastNetwork first = fast(shape);
    fit(straight, shape, 0, 3);
    fit(first, shape, 0, 3);
    FastNetwork second = FastNetwork.continuing(saved(first, directory));
    fit(straight, shape, 3, 6);
    fit(second, shape, 3, 6);
    assertThat(numbers(second.params())).isEqualTo(numbers(straight.params()));
  }

  @Test
  void the_reference_form_trains_on_where_the_fast_form_was_saved(@TempDir Path directory)
      throws IOException {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    FastNetwork straight = fast(shape);
    fit(straight, shape, 0, 3);
    MultiLayerNetwork second = saved(straight, directory);
    assertThat(second).isNotInstanceOf(FastNetwork.class);
    fit(straight, shape, 3, 6);
    fit(second, shape, 3, 6);
    sameToWithinRounding(second, straight);
  }

  @Test
  void the_fast_form_trains_on_where_the_reference_form_was_saved(@TempDir Path directory)
      throws IOException {
    TestNetwork shape = shape(Cell.GRU, 1, true);
    MultiLayerNetwork straight = shape.build();
    fit(straight, shape, 0, 3);
    FastNetwork second = FastNetwork.continuing(saved(straight, directory));
    fit(straight, shape, 3, 6);
    fit(second, shape, 3, 6);
    sameToWithinRounding(second, straight);
  }

  private static void sameToWithinRounding(MultiLayerNetwork found, MultiLayerNetwork expected) {
    assertThat(found.getIterationCount()).isEqualTo(expected.getIterationCount());
    close(found.params(), expected.params(), 2e-5);
    long count = expected.numParams();
    for (int half = 0; half < 2; half++) {
      close(moments(found, half, count), moments(expected, half, count), 1e-4);
    }
  }

  /** m, or v. */
  private static INDArray moments(MultiLayerNetwork network, int half, long count) {
    float[] both = numbers(network.updaterState());
    assertThat(both).hasSize(Math.toIntExact(2 * count));
    return Nd4j.createFromArray(both).reshape(2, count).getRow(half);
  }

  private static void close(INDArray found, INDArray expected, double share) {
    double most = expected.amaxNumber().doubleValue();
    assertThat(most).isPositive();
    double difference = found.reshape(expected.shape()).sub(expected).amaxNumber().doubleValue();
    assertThat(difference).isLessThan(share * most);
  }

  @Test
  void an_updater_made_after_clear_has_the_moments_too() {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    FastNetwork fast = fast(shape);
    fit(fast, shape, 0, 2);
    INDArray before = fast.updaterState().dup();
    assertThat(before.amaxNumber().doubleValue()).isPositive();
    fast.clear();
    assertThat(numbers(fast.updaterState())).isEqualTo(numbers(before));
  }

  @Test
  void an_updater_that_is_set_brings_its_moments() {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    FastNetwork straight = fast(shape);
    fit(straight, shape, 0, 2);
    FastNetwork second = fast(shape);
    second.setParams(straight.params());
    second.setUpdater(straight.getUpdater());
    second.setIterationCount(2);
    fit(straight, shape, 2, 3);
    fit(second, shape, 2, 3);
    assertThat(numbers(second.params())).isEqualTo(numbers(straight.params()));
    assertThat(numbers(second.updaterState())).isEqualTo(numbers(straight.updaterState()));
  }

  @Test
  void data_sets_and_iterators_train_as_arrays_do() {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    List<DataSet> batches = new ArrayList<>();
    for (int step = 0; step < 3; step++) {
      batches.add(new DataSet(input(shape, step), targets(shape, step)));
    }
    float[] twice = trained(shape, network -> fit(network, shape, 0, 3));
    assertThat(trained(shape, network -> batches.forEach(network::fit))).isEqualTo(twice);
    assertThat(trained(shape, network -> batches.forEach(it -> network.fit(it.toMultiDataSet()))))
        .isEqualTo(twice);
    assertThat(trained(shape, network -> network.fit(new ListDataSetIterator<>(batches, 1))))
        .isEqualTo(twice);
  }

  /** After steps with arrays, so that an updater of DL4J's own would begin anew. */
  private static float[] trained(TestNetwork shape, Consumer<FastNetwork> how) {
    FastNetwork network = fast(shape);
    fit(network, shape, 0, 3);
    how.accept(network);
    return numbers(network.params());
  }

  /** To compare bits: ND4J's arrays are equal where they are close. */
  private static float[] numbers(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  @Test
  void an_iterator_is_an_epoch() {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    FastNetwork fast = fast(shape);
    List<String> told = new ArrayList<>();
    fast.setListeners(
        new BaseTrainingListener() {
          @Override
          public void onEpochStart(Model model) {
            told.add("start " + fast.getEpochCount());
          }

          @Override
          public void iterationDone(Model model, int iteration, int epoch) {
            told.add("step " + iteration + " of " + epoch);
          }

          @Override
          public void onEpochEnd(Model model) {
            told.add("end " + fast.getEpochCount());
          }
        });
    DataSet batch = new DataSet(input(shape, 0), targets(shape, 0));
    fast.fit(new ListDataSetIterator<>(List.of(batch), 1), 2);
    assertThat(told)
        .containsExactly("start 0", "step 0 of 0", "end 0", "start 1", "step 1 of 1", "end 1");
    assertThat(fast.getEpochCount()).isEqualTo(2);
  }

  @Test
  void labels_that_would_become_rows_of_ones_and_zeros_are_refused() {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    assertThatThrownBy(() -> fast(shape).fit(input(shape, 0), new int[8]))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("call fit(INDArray, INDArray)");
  }

  private static MultiLayerNetwork saved(MultiLayerNetwork network, Path directory)
      throws IOException {
    File file = directory.resolve("model.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    return ModelSerializer.restoreMultiLayerNetwork(file, true);
  }

  private static void fit(MultiLayerNetwork network, TestNetwork shape, int from, int end) {
    for (int step = from; step < end; step++) {
      network.fit(input(shape, step), targets(shape, step));
    }
  }

  private static INDArray input(TestNetwork shape, int step) {
    return ids(8, 4, shape.vocabulary, step);
  }

  private static INDArray targets(TestNetwork shape, int step) {
    return ids(8, 1, shape.vocabulary, 50 + step);
  }
}
