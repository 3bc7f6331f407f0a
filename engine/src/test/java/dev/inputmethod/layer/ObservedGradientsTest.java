package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
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
    "RNN_TANH, 1, false", "RNN_RELU, 1, false", "LSTM, 1, false", "GRU, 1, false",
    "RNN_TANH, 2, true", "RNN_RELU, 2, true", "LSTM, 2, true", "GRU, 2, true"
  })
  void hidden_states_agree(Cell cell, int layers, boolean bidirectional) {
    statesAgree(settings(cell, layers, bidirectional), false);
  }

  /** c is nudged after its step, when h has been computed from it: h is held fixed. */
  @ParameterizedTest
  @CsvSource({"1, false", "2, true"})
  void cell_states_agree(int layers, boolean bidirectional) {
    statesAgree(settings(Cell.LSTM, layers, bidirectional), true);
  }

  /** A state is then read at every step, and not by the later steps alone. */
  @ParameterizedTest
  @CsvSource({"GRU, false, DOT", "LSTM, true, ADDITIVE"})
  void states_and_words_under_attention_agree(
      Cell cell, boolean bidirectional, AttentionScore score) {
    TestNetwork settings = settings(cell, 1, bidirectional);
    settings.attention = Optional.of(score);
    statesAgree(settings, false);
    if (cell.hasCellState()) {
      statesAgree(settings, true);
    }
    inputsAgree(settings);
  }

  @ParameterizedTest
  @EnumSource(names = {"RNN_TANH", "LSTM"})
  void states_and_inputs_of_numbers_agree(Cell cell) {
    TestNetwork settings = settings(cell, 1, false);
    settings.numbers = 2;
    statesAgree(settings, false);
    inputsAgree(settings);
  }

  private static void statesAgree(TestNetwork settings, boolean ofCell) {
    CapturedGradients observed = observe(settings);
    for (int level = 1; level <= settings.layers; level++) {
      for (int direction = 0; direction < settings.directions(); direction++) {
        boolean backward = direction == 1;
        double[][] told =
            ofCell ? observed.cell(level, backward) : observed.hidden(level, backward);
        assertThat(greatest(told)).isGreaterThan(1e-3);
        for (int example = 0; example < BATCH; example++) {
          for (int t = 0; t < TIME; t++) {
            double expected = stateNorm(settings, level, backward, example, t, ofCell);
            assertThat(told[example][t])
                .as("level %d direction %d example %d step %d", level, direction, example, t)
                .isCloseTo(expected, within(1e-7));
          }
        }
      }
    }
  }

  private static double greatest(double[][] norms) {
    return Arrays.stream(norms).flatMapToDouble(Arrays::stream).max().orElseThrow();
  }

  @Test
  void a_cell_without_c_has_no_norms_of_it() {
    assertThat(observe(settings(Cell.GRU, 1, false)).cell(1, false)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void embedded_words_agree(Cell cell) {
    inputsAgree(settings(cell, 2, true));
  }

  private static void inputsAgree(TestNetwork settings) {
    CapturedGradients observed = observe(settings);
    int features = settings.numbers == 0 ? settings.embedding : settings.numbers;
    for (int example = 0; example < BATCH; example++) {
      for (int t = 0; t < TIME; t++) {
        double square = 0;
        for (int feature = 0; feature < features; feature++) {
          double difference =
              difference(settings, example, nudgedInput(settings, example, t, feature));
          square += difference * difference;
        }
        assertThat(observed.words[example][t]).isPositive();
        assertThat(observed.words[example][t]).isCloseTo(Math.sqrt(square), within(1e-7));
      }
    }
  }

  /** Every word occurs once, so a row of the embedding is one x_t. */
  private static Nudge nudgedInput(TestNetwork settings, int example, int t, int feature) {
    if (settings.numbers > 0) {
      return (network, input, by) -> {
        int[] at = {example, feature, t};
        input.putScalar(at, input.getDouble(at) + by);
      };
    }
    return (network, input, by) -> {
      INDArray weight = TestNetwork.parameter(network, "embedding.weight");
      int word = input.getInt(example, t);
      weight.putScalar(word, feature, weight.getDouble(word, feature) + by);
    };
  }

  @Test
  void padded_steps_are_zero() {
    TestNetwork settings = settings(Cell.LSTM, 2, true);
    MultiLayerNetwork network = settings.build();
    CapturedGradients observed = new CapturedGradients();
    RecurrentLayers.observe(network, observed);
    INDArray mask = Nd4j.createFromArray(new double[][] {{1, 0, 0}, {1, 1, 1}});
    network.setLayerMaskArrays(mask, null);
    step(network, settings);
    assertThat(observed.words[0][0]).isPositive();
    assertThat(observed.words[0]).endsWith(0.0, 0.0);
    assertThat(observed.hidden(2, true)[0]).endsWith(0.0, 0.0);
    assertThat(observed.hidden(1, false)[1]).doesNotContain(0.0);
  }

  @Test
  void nothing_is_told_after_observing_has_stopped_and_the_gradient_is_the_same() {
    TestNetwork settings = settings(Cell.GRU, 1, false);
    MultiLayerNetwork network = settings.build();
    CapturedGradients observed = observe(network, settings);
    INDArray gradient = network.getFlattenedGradients().dup();
    observed.words = new double[0][];
    RecurrentLayers.stopObserving(network);
    step(network, settings);
    assertThat(observed.words).isEmpty();
    assertThat(network.getFlattenedGradients()).isEqualTo(gradient);
  }

  private static TestNetwork settings(Cell cell, int layers, boolean bidirectional) {
    TestNetwork settings = TestNetwork.of(cell, layers, bidirectional);
    settings.hidden = HIDDEN;
    return settings;
  }

  private static CapturedGradients observe(TestNetwork settings) {
    return observe(settings.build(), settings);
  }

  private static CapturedGradients observe(MultiLayerNetwork network, TestNetwork settings) {
    CapturedGradients observed = new CapturedGradients();
    RecurrentLayers.observe(network, observed);
    step(network, settings);
    return observed;
  }

  private static void step(MultiLayerNetwork network, TestNetwork settings) {
    network.setInput(input(settings));
    network.setLabels(targets(settings));
    network.computeGradientAndScore();
  }

  private static INDArray input(TestNetwork settings) {
    return settings.numbers == 0
        ? Nd4j.createFromArray(new double[][] {{0, 1, 2}, {3, 4, 5}})
        : Nd4j.createFromArray(
            new double[][][] {
              {{0.3, -0.8, 1.1}, {0.9, 0.1, -0.4}}, {{-1.2, 0.5, 0.7}, {0.2, -0.6, 1.3}}
            });
  }

  private static INDArray targets(TestNetwork settings) {
    return Nd4j.createFromArray(
        settings.numbers == 0 ? new double[][] {{2}, {5}} : new double[][] {{1, -1}, {0, 2}});
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
              (network, input, by) -> {
                RecurrentLayer layer = RecurrentLayers.of(network).get(level - 1);
                int nth = backward ? TIME - 1 - t : t;
                OtherMath.use(
                    network,
                    layer,
                    new NudgingMath(
                        settings.cell.math(),
                        settings.directions(),
                        backward,
                        nth,
                        example,
                        at,
                        by,
                        cell));
              });
      square += difference * difference;
    }
    return Math.sqrt(square);
  }

  private interface Nudge {
    void apply(MultiLayerNetwork network, INDArray input, double by);
  }

  /** Of the example's own loss. */
  private static double difference(TestNetwork settings, int example, Nudge nudge) {
    return (loss(settings, example, nudge, STEP) - loss(settings, example, nudge, -STEP))
        / (2 * STEP);
  }

  private static double loss(TestNetwork settings, int example, Nudge nudge, double by) {
    MultiLayerNetwork network = settings.build();
    INDArray input = input(settings);
    nudge.apply(network, input, by);
    DataSet examples = new DataSet(input, targets(settings));
    return network.scoreExamples(examples, false).getDouble(example, 0);
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
