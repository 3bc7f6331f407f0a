package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** What an observer is told agrees with finite differences of each example's own loss. */
class ObservedGradientsTest {
  private static final int BATCH = 2;
  private static final int TIME = 3;
  private static final int HIDDEN = 2;
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @CsvSource({
    "RNN_TANH, 1, false", "LSTM, 1, false", "GRU, 1, false",
    "RNN_TANH, 2, true", "LSTM, 2, true", "GRU, 2, true"
  })
  void hidden_states_agree(Cell cell, int layers, boolean bidirectional) {
    TestNetwork settings = settings(cell, layers, bidirectional);
    CapturedGradients observed = observe(settings.build());
    for (int level = 1; level <= layers; level++) {
      for (int direction = 0; direction < settings.directions(); direction++) {
        double[][] told = observed.hidden(level, direction == 1);
        for (int example = 0; example < BATCH; example++) {
          for (int t = 0; t < TIME; t++) {
            double expected = hiddenNorm(settings, level, direction == 1, example, t);
            assertThat(told[example][t])
                .as("level %d direction %d example %d step %d", level, direction, example, t)
                .isCloseTo(expected, within(1e-7));
          }
        }
      }
    }
  }

  /** c is nudged after its step, when h has been computed from it: h is held fixed. */
  @ParameterizedTest
  @CsvSource({"1, false", "2, true"})
  void cell_states_agree(int layers, boolean bidirectional) {
    TestNetwork settings = settings(Cell.LSTM, layers, bidirectional);
    CapturedGradients observed = observe(settings.build());
    for (int level = 1; level <= layers; level++) {
      for (int direction = 0; direction < settings.directions(); direction++) {
        double[][] told = observed.cell(level, direction == 1);
        for (int example = 0; example < BATCH; example++) {
          for (int t = 0; t < TIME; t++) {
            double expected = stateNorm(settings, level, direction == 1, example, t, true);
            assertThat(told[example][t])
                .as("level %d direction %d example %d step %d", level, direction, example, t)
                .isCloseTo(expected, within(1e-7));
          }
        }
      }
    }
  }

  @Test
  void a_cell_without_c_has_no_norms_of_it() {
    assertThat(observe(settings(Cell.GRU, 1, false).build()).cell(1, false)).isEmpty();
  }

  /** Every word occurs once, so a row of the embedding is one x_t. */
  @ParameterizedTest
  @EnumSource(names = {"RNN_TANH", "LSTM", "GRU"})
  void embedded_words_agree(Cell cell) {
    TestNetwork settings = settings(cell, 2, true);
    CapturedGradients observed = observe(settings.build());
    for (int example = 0; example < BATCH; example++) {
      for (int t = 0; t < TIME; t++) {
        double square = 0;
        for (int feature = 0; feature < settings.embedding; feature++) {
          int word = words().getInt(example, t);
          int at = feature;
          double difference =
              difference(settings, example, (net, by) -> nudgeWord(net, word, at, by));
          square += difference * difference;
        }
        assertThat(observed.words[example][t]).isCloseTo(Math.sqrt(square), within(1e-7));
      }
    }
  }

  @Test
  void padded_steps_are_zero() {
    MultiLayerNetwork network = settings(Cell.LSTM, 2, true).build();
    CapturedGradients observed = new CapturedGradients();
    RecurrentLayers.observe(network, observed);
    INDArray mask = Nd4j.createFromArray(new double[][] {{1, 0, 0}, {1, 1, 1}});
    network.setLayerMaskArrays(mask, null);
    step(network);
    assertThat(observed.words[0][0]).isPositive();
    assertThat(observed.words[0]).endsWith(0.0, 0.0);
    assertThat(observed.hidden(2, true)[0]).endsWith(0.0, 0.0);
    assertThat(observed.hidden(1, false)[1]).doesNotContain(0.0);
  }

  @Test
  void nothing_is_told_after_observing_has_stopped_and_the_gradient_is_the_same() {
    MultiLayerNetwork network = settings(Cell.GRU, 1, false).build();
    CapturedGradients observed = observe(network);
    INDArray gradient = network.getFlattenedGradients().dup();
    observed.words = new double[0][];
    RecurrentLayers.stopObserving(network);
    step(network);
    assertThat(observed.words).isEmpty();
    assertThat(network.getFlattenedGradients()).isEqualTo(gradient);
  }

  private static TestNetwork settings(Cell cell, int layers, boolean bidirectional) {
    TestNetwork settings = TestNetwork.of(cell, layers, bidirectional);
    settings.hidden = HIDDEN;
    return settings;
  }

  private static CapturedGradients observe(MultiLayerNetwork network) {
    CapturedGradients observed = new CapturedGradients();
    RecurrentLayers.observe(network, observed);
    step(network);
    return observed;
  }

  private static void step(MultiLayerNetwork network) {
    network.setInput(words());
    network.setLabels(targets());
    network.computeGradientAndScore();
  }

  private static INDArray words() {
    return Nd4j.createFromArray(new double[][] {{0, 1, 2}, {3, 4, 5}});
  }

  private static INDArray targets() {
    return Nd4j.createFromArray(new double[][] {{2}, {5}});
  }

  private static double hiddenNorm(
      TestNetwork settings, int level, boolean backward, int example, int t) {
    return stateNorm(settings, level, backward, example, t, false);
  }

  private static double stateNorm(
      TestNetwork settings, int level, boolean backward, int example, int t, boolean cell) {
    double square = 0;
    for (int unit = 0; unit < HIDDEN; unit++) {
      int at = unit;
      double difference =
          difference(
              settings,
              example,
              (network, by) -> {
                RecurrentLayer layer = RecurrentLayers.of(network).get(level - 1);
                int nth = backward ? TIME - 1 - t : t;
                layer.use(
                    new NudgingMath(
                        layer.math(), settings.directions(), backward, nth, example, at, by, cell));
              });
      square += difference * difference;
    }
    return Math.sqrt(square);
  }

  private interface Nudge {
    void apply(MultiLayerNetwork network, double by);
  }

  private static void nudgeWord(MultiLayerNetwork network, int word, int feature, double by) {
    INDArray weight = TestNetwork.parameter(network, "embedding.weight");
    weight.putScalar(word, feature, weight.getDouble(word, feature) + by);
  }

  /** Of the example's own loss. */
  private static double difference(TestNetwork settings, int example, Nudge nudge) {
    return (loss(settings, example, nudge, STEP) - loss(settings, example, nudge, -STEP))
        / (2 * STEP);
  }

  private static double loss(TestNetwork settings, int example, Nudge nudge, double by) {
    MultiLayerNetwork network = settings.build();
    nudge.apply(network, by);
    return network.scoreExamples(new DataSet(words(), targets()), false).getDouble(example, 0);
  }

  /** Adds a little to one number of the state after one step of one direction. */
  private static final class NudgingMath implements CellMath {
    private final CellMath right;
    private final int nudgedCall;
    private final int example;
    private final int unit;
    private final double by;
    private final boolean cell;
    private int calls;

    NudgingMath(
        CellMath right,
        int directions,
        boolean backward,
        int nth,
        int example,
        int unit,
        double by,
        boolean cell) {
      this.right = right;
      this.cell = cell;
      this.nudgedCall = (backward && directions == 2 ? TIME : 0) + nth;
      this.example = example;
      this.unit = unit;
      this.by = by;
    }

    @Override
    public boolean separatesRecurrentSum() {
      return right.separatesRecurrentSum();
    }

    @Override
    public void forward(Rows step) {
      right.forward(step);
      if (calls == nudgedCall) {
        INDArray state = cell ? step.cell() : step.hidden();
        state.putScalar(example, unit, state.getDouble(example, unit) + by);
      }
      calls++;
    }

    @Override
    public void prepareBackward(Rows allSteps) {
      throw new UnsupportedOperationException("forward only");
    }

    @Override
    public void backward(Rows step, INDArray dHidden, INDArray dCell, INDArray dHiddenBefore) {
      throw new UnsupportedOperationException("forward only");
    }
  }
}
