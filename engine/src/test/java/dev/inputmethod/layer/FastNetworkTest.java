package dev.inputmethod.layer;

import static dev.inputmethod.layer.FastSamples.fast;
import static dev.inputmethod.layer.FastSamples.ids;
import static dev.inputmethod.layer.FastSamples.reference;
import static dev.inputmethod.layer.FastSamples.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Holds the fast form to the reference form, which is checked against finite differences. */
class FastNetworkTest {
  private static final double RELATIVE = 2e-5;

  /** Bias and batch size are crossed with everything else, and so with each other. */
  static List<Arguments> grid() {
    List<Arguments> grid = new ArrayList<>();
    int[] times = {1, 2, 9};
    int cells = 0;
    for (Cell cell : Cell.values()) {
      for (int layers = 1; layers <= 3; layers++) {
        for (int directions = 1; directions <= 2; directions++) {
          for (int time = 0; time < times.length; time++) {
            int which = cells + layers + 2 * directions + time;
            boolean bias = which % 2 == 0;
            int batch = which % 4 < 2 ? 5 : 33;
            grid.add(Arguments.of(cell, layers, directions == 2, bias, times[time], batch, 19));
          }
        }
      }
      cells++;
      // A width and a batch of the largest tiles, with something left over.
      grid.add(Arguments.of(cell, 1, false, true, 3, 64, 67));
    }
    grid.add(Arguments.of(Cell.LSTM, 1, false, true, 40, 64, 19));
    return grid;
  }

  @ParameterizedTest(name = "{0} x{1} bidirectional={2} bias={3} T={4} B={5} H={6}")
  @MethodSource("grid")
  void agrees_with_the_reference_form(
      Cell cell, int layers, boolean bidirectional, boolean bias, int time, int batch, int hidden) {
    TestNetwork shape = shape(cell, layers, bidirectional);
    shape.bias = bias;
    shape.hidden = hidden;
    FastNetwork fast = fast(shape);
    MultiLayerNetwork reference = reference(shape, fast);
    INDArray ids = ids(batch, time, shape.vocabulary, 1);
    INDArray targets = ids(batch, 1, shape.vocabulary, 2);
    CapturedGradients seenFast = compute(fast, ids, targets);
    CapturedGradients seen = compute(reference, ids, targets);

    assertThat(fast.score()).isCloseTo(reference.score(), within(1e-6));
    sameNumbers(ParameterNames.gradients(fast), ParameterNames.gradients(reference));
    sameNorms(seenFast.words, seen.words);
    for (int level = 1; level <= layers; level++) {
      for (boolean backward : bidirectional ? new boolean[] {false, true} : new boolean[1]) {
        sameNorms(seenFast.hidden(level, backward), seen.hidden(level, backward));
        sameNorms(seenFast.cell(level, backward), seen.cell(level, backward));
        sameStates(seenFast.states(level, backward), seen.states(level, backward));
      }
    }
    float[] logs = LogProbabilities.rows(fast, ids);
    INDArray wanted = LogProbabilities.of(reference, ids.castTo(DataType.DOUBLE), Optional.empty());
    for (int i = 0; i < logs.length; i++) {
      assertThat((double) logs[i]).isCloseTo(wanted.getDouble(i), within(2e-5));
    }
  }

  @ParameterizedTest
  @CsvSource({"LSTM,false,5,1", "GRU,true,33,3", "RNN_TANH,false,16,7", "LSTM,true,3,4"})
  void answers_at_the_last_steps_as_the_reference_form_does(
      Cell cell, boolean bidirectional, int batch, int answered) {
    TestNetwork shape = shape(cell, 2, bidirectional);
    shape.everyStep = true;
    FastNetwork fast = fast(shape);
    MultiLayerNetwork reference = reference(shape, fast);
    INDArray ids = ids(batch, 7, shape.vocabulary, 1);
    INDArray targets = ids(batch, 7, shape.vocabulary, 2);
    INDArray mask = Nd4j.zeros(DataType.FLOAT, batch, 7);
    mask.get(NDArrayIndex.all(), NDArrayIndex.interval(7 - answered, 7)).assign(1);
    fast.setLayerMaskArrays(null, mask);
    reference.setLayerMaskArrays(null, mask.castTo(DataType.DOUBLE));

    sameGradients(fast, reference, ids, targets);

    fast.clearLayerMaskArrays();
    reference.clearLayerMaskArrays();
    sameGradients(fast, reference, ids, targets);
    for (int step = 0; step < 5; step++) {
      fast.fit(ids, targets, null, mask);
      reference.fit(
          ids.castTo(DataType.DOUBLE),
          targets.castTo(DataType.DOUBLE),
          null,
          mask.castTo(DataType.DOUBLE));
      assertThat(fast.score()).isCloseTo(reference.score(), within(1e-5));
    }
    float[] answers = fast.answers(ids, answered);
    INDArray wanted = LogProbabilities.of(reference, ids.castTo(DataType.DOUBLE), Optional.empty());
    int words = shape.vocabulary;
    for (int i = 0; i < answers.length; i++) {
      int t = 7 - answered + i / words % answered;
      double one = wanted.getDouble(i / words / answered, i % words, t);
      assertThat((double) answers[i]).isCloseTo(one, within(1e-4));
    }
  }

  private static void sameGradients(
      FastNetwork fast, MultiLayerNetwork reference, INDArray input, INDArray targets) {
    CapturedGradients seenFast = compute(fast, input, targets);
    CapturedGradients seen = compute(reference, input, targets);
    assertThat(fast.score()).isCloseTo(reference.score(), within(1e-5));
    sameNumbers(ParameterNames.gradients(fast), ParameterNames.gradients(reference));
    sameNorms(seenFast.words, seen.words);
    sameNorms(seenFast.hidden(1, false), seen.hidden(1, false));
  }

  @Test
  void targets_at_other_steps_are_refused() {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    shape.everyStep = true;
    FastNetwork fast = fast(shape);
    INDArray ids = ids(2, 3, shape.vocabulary, 1);
    for (float[] rows : new float[][] {{0, 1, 0, 0, 1, 0}, {0, 0, 1, 0, 1, 1}, new float[6]}) {
      INDArray mask = Nd4j.createFromArray(rows).reshape(2, 3);
      assertThatThrownBy(() -> fast.fit(ids, ids, null, mask))
          .hasMessageContaining("expected a mask [batch, time] with the same last steps");
    }
    INDArray targets = ids(2, 1, shape.vocabulary, 2);
    assertThatThrownBy(() -> fast.fit(ids, targets))
        .hasMessageContaining("expected targets [2, 3] but found");
    FastNetwork atTheEnd = fast(shape(Cell.LSTM, 1, false));
    INDArray mask = Nd4j.ones(DataType.FLOAT, 2, 3);
    assertThatThrownBy(() -> atTheEnd.fit(ids, targets, null, mask))
        .hasMessageContaining("none for a FinalState");
    assertThatThrownBy(() -> atTheEnd.fit(ids, ids))
        .hasMessageContaining("expected targets [2, 1] but found");
  }

  @ParameterizedTest
  @CsvSource({"LSTM,false,5", "GRU,true,33", "RNN_RELU,false,16"})
  void numbers_go_in_and_come_out_as_in_the_reference_form(
      Cell cell, boolean bidirectional, int batch) {
    FastNetwork fast = FastNetwork.initial(ofNumbers(cell, bidirectional, DataType.FLOAT));
    MultiLayerNetwork reference =
        new MultiLayerNetwork(ofNumbers(cell, bidirectional, DataType.DOUBLE));
    reference.init();
    reference.setParams(fast.params().castTo(DataType.DOUBLE));
    INDArray input = ids(batch, 18, 100, 1).divi(100).reshape(batch, 2, 9);
    INDArray targets = ids(batch, 3, 100, 2).divi(100);

    sameGradients(fast, reference, input, targets);

    for (int step = 0; step < 5; step++) {
      fast.fit(input, targets);
      reference.fit(input.castTo(DataType.DOUBLE), targets.castTo(DataType.DOUBLE));
      assertThat(fast.score()).isCloseTo(reference.score(), within(1e-5));
    }
    float[] answers = fast.answers(input, 1);
    INDArray wanted = reference.output(input.castTo(DataType.DOUBLE));
    for (int i = 0; i < answers.length; i++) {
      assertThat((double) answers[i]).isCloseTo(wanted.getDouble(i), within(1e-4));
    }
    assertThatThrownBy(() -> LogProbabilities.rows(fast, input))
        .hasMessageContaining("not a SoftmaxOutput");
  }

  private static MultiLayerConfiguration ofNumbers(
      Cell cell, boolean bidirectional, DataType type) {
    int width = bidirectional ? 38 : 19;
    return new NeuralNetConfiguration.Builder()
        .seed(5)
        .dataType(type)
        .updater(new CorrectedAdam(0.001))
        .list()
        .layer(
            new Recurrent.Builder().nIn(2).nOut(19).cell(cell).bidirectional(bidirectional).build())
        .layer(new FinalState.Builder().bidirectional(bidirectional).build())
        .layer(new LinearOutput.Builder().nIn(width).nOut(3).build())
        .build();
  }

  private static CapturedGradients compute(
      MultiLayerNetwork network, INDArray ids, INDArray targets) {
    CapturedGradients seen = new CapturedGradients();
    RecurrentLayers.observe(network, seen);
    DataType type = network.params().dataType();
    network.setInput(ids.castTo(type));
    network.setLabels(targets.castTo(type));
    network.computeGradientAndScore();
    RecurrentLayers.stopObserving(network);
    return seen;
  }

  private static void sameNumbers(Map<String, INDArray> found, Map<String, INDArray> wanted) {
    assertThat(found.keySet()).isEqualTo(wanted.keySet());
    wanted.forEach(
        (name, array) -> {
          double scale = array.amaxNumber().doubleValue();
          INDArray difference = found.get(name).castTo(DataType.DOUBLE).sub(array);
          assertThat(difference.amaxNumber().doubleValue())
              .as(name)
              .isLessThan(RELATIVE * scale + 1e-9);
        });
  }

  private static void sameStates(ObservedStates found, ObservedStates wanted) {
    assertThat(found.reading(0)).isEqualTo(wanted.reading(0));
    same(found.hidden(), wanted.hidden());
    same(found.cellState(), wanted.cellState());
    for (int gate = 0; gate < wanted.cell().gates() && wanted.cell().gates() > 1; gate++) {
      same(found.gate(gate), wanted.gate(gate));
    }
  }

  private static void same(float[] found, float[] wanted) {
    assertThat(found).hasSameSizeAs(wanted);
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[i]).isCloseTo(wanted[i], within(1e-5f));
    }
  }

  private static void sameNorms(double[][] found, double[][] wanted) {
    for (int example = 0; example < wanted.length; example++) {
      for (int t = 0; t < wanted[example].length; t++) {
        double norm = wanted[example][t];
        assertThat(found[example][t]).isCloseTo(norm, within(1e-4 * norm + 1e-9));
      }
    }
  }

  @Test
  void shows_the_recurrent_weights_as_they_are_after_a_step() {
    TestNetwork shape = shape(Cell.GRU, 2, true);
    FastNetwork fast = fast(shape);
    double[] before = ObservedWeights.of(fast).get(3).weight();
    fast.fit(ids(8, 6, shape.vocabulary, 1), ids(8, 1, shape.vocabulary, 2));
    ObservedWeights after = ObservedWeights.of(fast).get(3);
    assertThat(after.place()).isEqualTo(new Place(2, true));
    assertThat(after.weight()).isNotEqualTo(before);
    INDArray parameter = ParameterNames.parameters(fast).get("recurrent2.backward.recurrentWeight");
    assertThat(after.weight()).isEqualTo(parameter.dup('c').data().asDouble());
  }

  @Test
  void learns_what_the_reference_form_learns() {
    TestNetwork shape = shape(Cell.GRU, 2, true);
    FastNetwork fast = fast(shape);
    MultiLayerNetwork reference = reference(shape, fast);
    for (int step = 0; step < 10; step++) {
      INDArray ids = ids(8, 6, shape.vocabulary, 10 + step);
      INDArray targets = ids(8, 1, shape.vocabulary, 20 + step);
      fast.fit(ids, targets);
      reference.fit(ids.castTo(DataType.DOUBLE), targets.castTo(DataType.DOUBLE));
      assertThat(fast.score()).isCloseTo(reference.score(), within(1e-5));
    }
    INDArray difference = fast.params().castTo(DataType.DOUBLE).sub(reference.params());
    assertThat(difference.amaxNumber().doubleValue()).isLessThan(2e-4);
  }

  @Test
  void drops_what_the_reference_form_drops() {
    TestNetwork shape = shape(Cell.LSTM, 2, false);
    shape.dropout = 0.5;
    FastNetwork fast = fast(shape);
    MultiLayerNetwork reference = reference(shape, fast);
    RecurrentLayers.seedDropout(fast, 5);
    RecurrentLayers.seedDropout(reference, 5);
    INDArray ids = ids(8, 6, shape.vocabulary, 1);
    INDArray targets = ids(8, 1, shape.vocabulary, 2);
    compute(fast, ids, targets);
    compute(reference, ids, targets);
    assertThat(fast.score()).isCloseTo(reference.score(), within(1e-6));
    sameNumbers(ParameterNames.gradients(fast), ParameterNames.gradients(reference));
  }

  @Test
  void clips_what_the_reference_form_clips() {
    TestNetwork shape = shape(Cell.LSTM, 2, true);
    INDArray ids = ids(8, 6, shape.vocabulary, 1);
    INDArray targets = ids(8, 1, shape.vocabulary, 2);
    Map<GradientClipping, Boolean> clips =
        Map.of(
            new GradientClipping.ByGlobalNorm(0.1), true,
            new GradientClipping.ByGlobalNorm(1000), false,
            new GradientClipping.ByValue(0.001), true,
            new GradientClipping.ByValue(1), false);
    clips.forEach(
        (clipping, expected) -> {
          FastNetwork fast = fast(shape);
          MultiLayerNetwork reference = reference(shape, fast);
          compute(fast, ids, targets);
          compute(reference, ids, targets);
          assertThat(clipping.clip(fast)).isEqualTo(expected);
          assertThat(clipping.clip(reference)).isEqualTo(expected);
          sameNumbers(ParameterNames.gradients(fast), ParameterNames.gradients(reference));
        });
  }

  @Test
  void batches_of_changing_shape_leave_nothing_behind() {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    FastNetwork fast = fast(shape);
    compute(fast, ids(9, 7, shape.vocabulary, 3), ids(9, 1, shape.vocabulary, 4));
    INDArray ids = ids(4, 2, shape.vocabulary, 1);
    INDArray targets = ids(4, 1, shape.vocabulary, 2);
    compute(fast, ids, targets);
    INDArray after = fast.getGradientsViewArray().dup();
    FastNetwork fresh = fast(shape);
    compute(fresh, ids, targets);
    assertThat(after).isEqualTo(fresh.getGradientsViewArray());
  }

  @Test
  void observed_updates_are_what_the_parameters_changed_by() {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    FastNetwork fast = fast(shape);
    INDArray before = fast.params().castTo(DataType.DOUBLE);
    List<Double> norms = new ArrayList<>();
    fast.setListeners(
        new org.deeplearning4j.optimize.api.BaseTrainingListener() {
          @Override
          public void iterationDone(
              org.deeplearning4j.nn.api.Model model, int iteration, int epoch) {
            ParameterValues updates = ParameterNames.valuesOfUpdates(fast);
            updates.names().forEach(name -> norms.add(updates.norm(name)));
          }
        });
    fast.fit(ids(8, 4, shape.vocabulary, 1), ids(8, 1, shape.vocabulary, 2));
    double total = 0;
    for (double norm : norms) {
      total += norm * norm;
    }
    double changed = before.sub(fast.params().castTo(DataType.DOUBLE)).norm2Number().doubleValue();
    assertThat(Math.sqrt(total)).isCloseTo(changed, within(1e-5 * changed));
  }

  @Test
  void norms_taken_within_a_step_are_those_taken_after_it() {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    // An embedding and an output of more than one part.
    shape.vocabulary = 3000;
    FastNetwork observed = fast(shape);
    FastNetwork after = fast(shape);

    assertThat(normsOfSteps(observed, shape, true))
        .isEqualTo(normsOfSteps(after, shape, false))
        .doesNotContain(0.0);
    assertThat(observed.params()).isEqualTo(after.params());

    // What was known of a step is forgotten when parameters are set, and with the next step.
    observed.setParams(observed.params().mul(2));
    hasItsOwnNorms(observed);
    normsOfSteps(observed, shape, true);
    observed.setListeners(List.of());
    fit(observed, shape, 5);
    hasItsOwnNorms(observed);
  }

  private static void hasItsOwnNorms(FastNetwork network) {
    ParameterValues parameters = ParameterNames.valuesOfParameters(network);
    for (String name : parameters.names()) {
      double squares = 0;
      for (float value : parameters.copy(name)) {
        squares += (double) value * value;
      }
      double norm = Math.sqrt(squares);
      assertThat(parameters.norm(name)).isCloseTo(norm, within(1e-7 * norm));
    }
  }

  /** Of updates and parameters, in three steps. */
  private static List<Double> normsOfSteps(
      FastNetwork network, TestNetwork shape, boolean announced) {
    List<Double> norms = new ArrayList<>();
    network.setListeners(
        new org.deeplearning4j.optimize.api.BaseTrainingListener() {
          @Override
          public void onGradientCalculation(org.deeplearning4j.nn.api.Model model) {
            if (announced) {
              network.observeStep();
            }
          }

          @Override
          public void iterationDone(
              org.deeplearning4j.nn.api.Model model, int iteration, int epoch) {
            ParameterValues updates = ParameterNames.valuesOfUpdates(network);
            ParameterValues parameters = ParameterNames.valuesOfParameters(network);
            for (String name : updates.names()) {
              norms.add(updates.norm(name));
              norms.add(parameters.norm(name));
            }
          }
        });
    for (int step = 0; step < 3; step++) {
      fit(network, shape, step);
    }
    return norms;
  }

  private static void fit(FastNetwork network, TestNetwork shape, int step) {
    network.fit(ids(8, 4, shape.vocabulary, step), ids(8, 1, shape.vocabulary, 50 + step));
  }

  @Test
  void other_networks_are_refused() {
    TestNetwork attending = shape(Cell.LSTM, 1, false);
    attending.attention = Optional.of(AttentionScore.DOT);
    assertThatThrownBy(() -> fast(attending)).hasMessageContaining("use MultiLayerNetwork");
    TestNetwork truncated = shape(Cell.LSTM, 2, false);
    truncated.truncation = 2;
    assertThatThrownBy(() -> fast(truncated)).hasMessageContaining("use MultiLayerNetwork");
    TestNetwork inDouble = shape(Cell.LSTM, 1, false);
    inDouble.type = DataType.DOUBLE;
    assertThatThrownBy(() -> fast(inDouble)).hasMessageContaining("single precision");
  }

  @Test
  void ids_outside_of_the_vocabulary_are_refused() {
    TestNetwork shape = shape(Cell.LSTM, 1, false);
    FastNetwork fast = fast(shape);
    INDArray ids = ids(3, 4, shape.vocabulary, 1);
    ids.putScalar(0, 0, shape.vocabulary);
    assertThatThrownBy(() -> fast.fit(ids, ids(3, 1, shape.vocabulary, 2)))
        .hasMessageContaining("expected word ids from 0 to 299 but found 300");
  }
}
