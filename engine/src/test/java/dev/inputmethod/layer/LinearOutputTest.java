package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.MLNConfig;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.PrintMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Numbers in, recurrent layers, numbers out, without an embedding. */
class LinearOutputTest {
  private static final int BATCH = 3;
  private static final int TIME = 4;
  private static final int OUTPUTS = 2;

  private DataType typeBefore = DataType.FLOAT;

  @BeforeEach
  void in_double_precision() {
    typeBefore = Nd4j.dataType();
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    Nd4j.getRandom().setSeed(3);
  }

  @AfterEach
  void as_before() {
    Nd4j.setDefaultDataTypes(typeBefore, typeBefore);
  }

  private static MultiLayerNetwork network(Cell cell) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(5)
            .dataType(DataType.DOUBLE)
            .updater(new NoOp())
            .list();
    list.layer(new Recurrent.Builder().nIn(2).nOut(3).cell(cell).bidirectional(true).build());
    list.layer(new FinalState.Builder().bidirectional(true).build());
    list.layer(new LinearOutput.Builder().nIn(6).nOut(OUTPUTS).build());
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init();
    return network;
  }

  private static INDArray input() {
    return Nd4j.rand(DataType.DOUBLE, BATCH, 2, TIME);
  }

  private static INDArray targets() {
    return Nd4j.rand(DataType.DOUBLE, BATCH, OUTPUTS);
  }

  @ParameterizedTest
  @EnumSource(names = {"RNN_TANH", "LSTM", "GRU"})
  void gradients_agree_with_finite_differences(Cell cell) {
    assertThat(
            GradientCheckUtil.checkGradients(
                new MLNConfig()
                    .net(network(cell))
                    .input(input())
                    .labels(targets())
                    .epsilon(1e-6)
                    .maxRelError(1e-6)
                    .minAbsoluteError(1e-9)
                    .print(PrintMode.FAILURES_ONLY)
                    .exitOnFirstError(true)))
        .isTrue();
  }

  @Test
  void the_loss_is_the_mean_squared_error() {
    MultiLayerNetwork network = network(Cell.GRU);
    INDArray input = input();
    INDArray targets = targets();
    INDArray errors = network.output(input).sub(targets);
    network.setInput(input);
    network.setLabels(targets);
    network.computeGradientAndScore();

    assertThat(network.score())
        .isCloseTo(errors.mul(errors).meanNumber().doubleValue(), within(1e-12));
  }

  @Test
  void its_parameters_are_called_the_output_s() {
    assertThat(ParameterNames.parameters(network(Cell.LSTM)))
        .containsKeys("recurrent1.forward.inputWeight", "output.weight", "output.bias")
        .doesNotContainKey("embedding.weight");
  }

  @Test
  void targets_of_another_shape_are_refused() {
    MultiLayerNetwork network = network(Cell.LSTM);

    assertThatThrownBy(() -> network.fit(input(), Nd4j.rand(DataType.DOUBLE, BATCH, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected targets [3, 2] but found");
  }

  @Test
  void it_is_the_same_after_being_written_as_json() {
    MultiLayerConfiguration written = network(Cell.LSTM).getLayerWiseConfigurations();

    assertThat(MultiLayerConfiguration.fromJson(written.toJson())).isEqualTo(written);
  }
}
