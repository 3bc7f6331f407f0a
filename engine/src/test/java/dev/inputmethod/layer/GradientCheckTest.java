package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.MLNConfig;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.PrintMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Every gradient agrees with finite differences, and the check notices layers that are wrong. */
class GradientCheckTest {
  private static final double MAX_RELATIVE_ERROR = 1e-6;
  private static final double MIN_ABSOLUTE_ERROR = 1e-9;
  private static final int BATCH = 2;

  private DataType typeBefore = DataType.FLOAT;

  record Setting(
      Cell cell, int layers, boolean bidirectional, int time, boolean bias, boolean masked) {}

  static List<Setting> grid() {
    List<Setting> grid = new ArrayList<>();
    for (Cell cell : Cell.values()) {
      for (boolean bidirectional : new boolean[] {false, true}) {
        for (int layers = 1; layers <= 3; layers++) {
          for (boolean bias : new boolean[] {true, false}) {
            grid.add(new Setting(cell, layers, bidirectional, 1, bias, false));
            grid.add(new Setting(cell, layers, bidirectional, 3, bias, false));
            grid.add(new Setting(cell, layers, bidirectional, 3, bias, true));
          }
        }
      }
    }
    return grid;
  }

  @BeforeEach
  void in_double_precision() {
    typeBefore = Nd4j.dataType();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterEach
  void as_before() {
    Nd4j.setDefaultDataTypes(typeBefore, typeBefore);
  }

  @ParameterizedTest
  @MethodSource("grid")
  void gradients_of_the_final_state_agree_with_finite_differences(Setting setting) {
    TestNetwork network = network(setting);
    while (setting.cell() == Cell.RNN_RELU && !awayFromZero(network.build(), setting)) {
      network.seed++;
    }
    assertThat(check(network.build(), setting)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void gradients_with_a_target_at_every_step_agree_with_finite_differences(Cell cell) {
    for (boolean masked : new boolean[] {false, true}) {
      Setting setting = new Setting(cell, 2, true, 3, true, masked);
      TestNetwork network = network(setting);
      network.everyStep = true;
      assertThat(check(network.build(), setting)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradients_from_an_initial_state_agree_with_finite_differences(Cell cell) {
    Setting setting = new Setting(cell, 2, true, 3, true, true);
    MultiLayerNetwork network = network(setting).build();
    TestStates.random(cell, 4, BATCH, 2).startIn(network);
    assertThat(check(network, setting)).isTrue();
  }

  @Test
  void gradients_under_dropout_agree_with_finite_differences() {
    Setting setting = new Setting(Cell.GRU, 2, false, 3, true, false);
    TestNetwork settings = network(setting);
    settings.dropout = 0.4;
    MLNConfig config = config(settings.build(), setting);
    config.callEachIter(network -> RecurrentLayers.seedDropout(network, 5));
    assertThat(GradientCheckUtil.checkGradients(config)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"RNN_TANH", "LSTM", "GRU"})
  void a_wrong_sign_at_a_gate_is_noticed(Cell cell) {
    assertThat(checkWith(cell, WrongMath.Mistake.SIGN)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"RNN_TANH", "LSTM", "GRU"})
  void a_missed_step_is_noticed(Cell cell) {
    assertThat(checkWith(cell, WrongMath.Mistake.MISSED_STEP)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"RNN_TANH", "LSTM", "GRU"})
  void a_bias_left_out_is_noticed(Cell cell) {
    assertThat(checkWith(cell, WrongMath.Mistake.NO_BIAS)).isFalse();
  }

  @Test
  void arithmetic_that_is_only_passed_through_passes() {
    assertThat(checkWith(Cell.LSTM, WrongMath.Mistake.NONE)).isTrue();
  }

  private static boolean checkWith(Cell cell, WrongMath.Mistake mistake) {
    Setting setting = new Setting(cell, 1, false, 3, true, false);
    MultiLayerNetwork network = network(setting).build();
    RecurrentLayer layer = (RecurrentLayer) network.getLayer(1);
    OtherMath.use(network, layer, new WrongMath(layer, mistake));
    return check(network, setting);
  }

  private static TestNetwork network(Setting setting) {
    TestNetwork network = TestNetwork.of(setting.cell(), setting.layers(), setting.bidirectional());
    network.bias = setting.bias();
    network.hidden = 2;
    network.embedding = 2;
    network.vocabulary = 5;
    network.forgetBias = 1;
    return network;
  }

  /**
   * Where no sum is near the rectifier's corner, in which there is no derivative, and half of them
   * pass.
   */
  private static boolean awayFromZero(MultiLayerNetwork network, Setting setting) {
    network.setInput(words(setting));
    network.feedForward(false);
    for (RecurrentLayer layer : RecurrentLayers.of(network)) {
      for (DirectionMemory direction : layer.directions()) {
        INDArray sums = direction.gates();
        if (Transforms.abs(sums).minNumber().doubleValue() < 1e-3
            || sums.gt(0).castTo(DataType.DOUBLE).meanNumber().doubleValue() < 0.5) {
          return false;
        }
      }
    }
    return true;
  }

  private static INDArray words(Setting setting) {
    return TestWords.draw(BATCH, setting.time(), 5, 11);
  }

  private static boolean check(MultiLayerNetwork network, Setting setting) {
    return GradientCheckUtil.checkGradients(config(network, setting));
  }

  private static MLNConfig config(MultiLayerNetwork network, Setting setting) {
    boolean everyStep = !(network.getLayer(network.getnLayers() - 2) instanceof FinalStateLayer);
    INDArray targets = TestWords.draw(BATCH, everyStep ? setting.time() : 1, 5, 12);
    return new MLNConfig()
        .net(network)
        .input(words(setting))
        .labels(targets)
        .inputMask(setting.masked() ? mask(setting.time()) : null)
        // Of one layer every number is checked, of more a sample of each parameter: time.
        .subset(setting.layers() > 1)
        .maxPerParam(setting.layers() == 3 ? 2 : 4)
        .epsilon(1e-6)
        .maxRelError(MAX_RELATIVE_ERROR)
        .minAbsoluteError(MIN_ABSOLUTE_ERROR)
        .print(PrintMode.FAILURES_ONLY)
        .exitOnFirstError(true);
  }

  /** Lengths 1 and time. */
  private static @Nullable INDArray mask(int time) {
    INDArray mask = Nd4j.ones(DataType.DOUBLE, BATCH, time);
    for (int t = 1; t < time; t++) {
      mask.putScalar(0, t, 0);
    }
    return mask;
  }
}
