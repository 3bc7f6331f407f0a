package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/** Adam against its formula in plain arithmetic, also where a gradient is as small as ε. */
class CorrectedAdamTest {
  private static final double RATE = 0.01;
  private static final double[][] GRADIENTS = {
    {0.5, -2e-8, 1e-6, 0}, {-0.25, 3e-8, 1e-6, 1e-8}, {0.125, -1e-8, 1e-6, 0}
  };

  @Test
  void follows_the_formula_also_for_gradients_as_small_as_epsilon() {
    double[] actual = sumOfUpdates(new CorrectedAdam(RATE));

    double[] expected = new double[4];
    double[] m = new double[4];
    double[] v = new double[4];
    for (int t = 1; t <= GRADIENTS.length; t++) {
      for (int i = 0; i < 4; i++) {
        double g = GRADIENTS[t - 1][i];
        m[i] = 0.9 * m[i] + 0.1 * g;
        v[i] = 0.999 * v[i] + 0.001 * g * g;
        double mHat = m[i] / (1 - Math.pow(0.9, t));
        double vHat = v[i] / (1 - Math.pow(0.999, t));
        expected[i] += RATE * mHat / (Math.sqrt(vHat) + 1e-8);
      }
    }
    assertThat(actual).containsExactly(expected, within(1e-9));
  }

  @Test
  void differs_from_the_stock_one_only_where_gradients_are_small() {
    double[] corrected = sumOfUpdates(new CorrectedAdam(RATE));
    double[] stock = sumOfUpdates(new Adam(RATE));

    assertThat(corrected[0]).isCloseTo(stock[0], within(1e-7));
    assertThat(Math.abs(corrected[1])).isGreaterThan(5 * Math.abs(stock[1]));
  }

  @Test
  void is_itself_again_after_being_written_and_read() {
    CorrectedAdam adam = new CorrectedAdam(0.003);
    MultiLayerConfiguration written =
        new NeuralNetConfiguration.Builder()
            .updater(adam)
            .list()
            .layer(new SoftmaxOutput.Builder().nIn(2).nOut(3).build())
            .build();

    MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(written.toJson());

    IUpdater updater = ((BaseLayer) read.getConf(0).getLayer()).getIUpdater();
    assertThat(updater).isEqualTo(adam).isNotEqualTo(new Adam(0.003)).isEqualTo(adam.clone());
  }

  private static double[] sumOfUpdates(Adam adam) {
    INDArray state = Nd4j.zeros(DataType.DOUBLE, 1, 8);
    GradientUpdater<?> updater = adam.instantiate(state, true);
    double[] sum = new double[4];
    for (int step = 0; step < GRADIENTS.length; step++) {
      INDArray gradient = Nd4j.createFromArray(GRADIENTS[step].clone());
      updater.applyUpdater(gradient, step, 0);
      for (int i = 0; i < 4; i++) {
        sum[i] += gradient.getDouble(i);
      }
    }
    return sum;
  }
}
