package dev.inputmethod.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.layer.Cell;
import dev.inputmethod.layer.HiddenGradients;
import dev.inputmethod.layer.ObservedStates;
import dev.inputmethod.layer.ObservedWeights;
import dev.inputmethod.layer.Place;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SymbolBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StepJacobianTest {
  private static final int HIDDEN = 3;
  private static final int TIME = 4;
  private static final double STEP = 1e-5;
  private static final Place FORWARD = new Place(1, false);

  /**
   * A cell as its paper has it, with the input's part of the sums given: nothing of the layer's.
   */
  private static final class Plain {
    private final Cell cell;
    private final double[] weight;
    private final double[] bias;
    private final double[][] inputs;

    private Plain(Cell cell, double[] weight, double[] bias, double[][] inputs) {
      this.cell = cell;
      this.weight = weight;
      this.bias = bias;
      this.inputs = inputs;
    }

    static Plain random(Cell cell, long seed) {
      Random random = new Random(seed);
      int rows = cell.gates() * HIDDEN;
      double[][] inputs = new double[TIME][];
      for (int t = 0; t < TIME; t++) {
        inputs[t] = gaussian(rows, random);
      }
      return new Plain(cell, gaussian(rows * HIDDEN, random), gaussian(rows, random), inputs);
    }

    private static double[] gaussian(int length, Random random) {
      double[] values = new double[length];
      for (int i = 0; i < length; i++) {
        values[i] = 0.7 * random.nextGaussian();
      }
      return values;
    }

    int size() {
      return cell == Cell.LSTM ? 2 * HIDDEN : HIDDEN;
    }

    ObservedWeights weights() {
      return new ObservedWeights(FORWARD, cell, HIDDEN, weight, bias);
    }

    private double recurrent(int row, double[] state) {
      double sum = bias[row];
      for (int j = 0; j < HIDDEN; j++) {
        sum += weight[row * HIDDEN + j] * state[j];
      }
      return sum;
    }

    /** Gates of one step; the state after it is appended as the last rows. */
    double[][] step(int t, double[] state) {
      double[][] gates = new double[cell.gates()][HIDDEN];
      double[] next = new double[size()];
      for (int i = 0; i < HIDDEN; i++) {
        double[] sums = new double[cell.gates()];
        double[] inputsOnly = new double[cell.gates()];
        for (int gate = 0; gate < sums.length; gate++) {
          int row = gate * HIDDEN + i;
          inputsOnly[gate] = inputs[t][row];
          sums[gate] = inputs[t][row] + recurrent(row, state);
        }
        switch (cell) {
          case RNN_TANH -> next[i] = Math.tanh(sums[0]);
          case RNN_RELU -> next[i] = Math.max(0, sums[0]);
          case LSTM -> {
            gates[0][i] = sigmoid(sums[0]);
            gates[1][i] = sigmoid(sums[1]);
            gates[2][i] = Math.tanh(sums[2]);
            gates[3][i] = sigmoid(sums[3]);
            next[HIDDEN + i] = gates[1][i] * state[HIDDEN + i] + gates[0][i] * gates[2][i];
            next[i] = gates[3][i] * Math.tanh(next[HIDDEN + i]);
          }
          case GRU -> {
            gates[0][i] = sigmoid(sums[0]);
            gates[1][i] = sigmoid(sums[1]);
            gates[2][i] = Math.tanh(inputsOnly[2] + gates[0][i] * recurrent(2 * HIDDEN + i, state));
            next[i] = (1 - gates[1][i]) * gates[2][i] + gates[1][i] * state[i];
          }
        }
      }
      double[][] all = new double[cell.gates() + 1][];
      System.arraycopy(gates, 0, all, 0, gates.length);
      all[gates.length] = next;
      return all;
    }

    private static double sigmoid(double x) {
      return 1 / (1 + Math.exp(-x));
    }

    double[] after(int steps) {
      double[] state = new double[size()];
      for (int t = 0; t < steps; t++) {
        state = step(t, state)[cell.gates()];
      }
      return state;
    }

    ObservedStates observed() {
      float[][] gates = new float[cell.gates()][TIME * HIDDEN];
      float[] hidden = new float[TIME * HIDDEN];
      float[] cells = new float[cell == Cell.LSTM ? TIME * HIDDEN : 0];
      for (int t = 0; t < TIME; t++) {
        double[][] step = step(t, after(t));
        for (int i = 0; i < HIDDEN; i++) {
          for (int gate = 0; gate < gates.length; gate++) {
            gates[gate][t * HIDDEN + i] = (float) step[gate][i];
          }
          hidden[t * HIDDEN + i] = (float) step[gates.length][i];
          if (cells.length > 0) {
            cells[t * HIDDEN + i] = (float) step[gates.length][HIDDEN + i];
          }
        }
      }
      return new ObservedStates(FORWARD, cell, 1, TIME, HIDDEN, gates, hidden, cells);
    }

    /** ∂s_t/∂s_{t−1} by central differences. */
    double[][] differences(int t) {
      double[][] matrix = new double[size()][size()];
      for (int j = 0; j < size(); j++) {
        double[] more = after(t);
        double[] less = after(t);
        more[j] += STEP;
        less[j] -= STEP;
        double[] up = step(t, more)[cell.gates()];
        double[] down = step(t, less)[cell.gates()];
        for (int i = 0; i < size(); i++) {
          matrix[i][j] = (up[i] - down[i]) / (2 * STEP);
        }
      }
      return matrix;
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_agrees_with_finite_differences(Cell cell) {
    Plain plain = Plain.random(cell, 11);
    for (int t = 1; t < TIME; t++) {
      StepJacobian jacobian = new StepJacobian(plain.weights(), plain.observed(), 0, t);
      double[][] expected = plain.differences(t);
      double[] dense = jacobian.dense();
      assertThat(jacobian.size()).isEqualTo(plain.size());
      for (int i = 0; i < plain.size(); i++) {
        double[] unit = new double[plain.size()];
        unit[i] = 1;
        double[] column = jacobian.times(unit);
        double[] row = jacobian.transposedTimes(unit);
        for (int j = 0; j < plain.size(); j++) {
          assertThat(dense[i * plain.size() + j]).isCloseTo(expected[i][j], within(1e-5));
          assertThat(column[j]).isCloseTo(expected[j][i], within(1e-5));
          assertThat(row[j]).isCloseTo(expected[i][j], within(1e-5));
        }
      }
    }
  }

  /**
   * With one unit a state has no direction, and the gradient's way back is the Jacobians' alone.
   */
  @ParameterizedTest
  @CsvSource({"RNN, false", "LSTM, false", "GRU, false", "RNN, true", "LSTM, true", "GRU, true"})
  void gradients_in_a_network_go_the_way_it_says(
      dev.inputmethod.experiment.Cell cell, boolean bothWays) {
    Batch batch =
        new SymbolBatch(5, new int[] {1, 2, 3, 4, 5, 6, 1, 4, 2, 2}, new int[] {3, 1}, new int[2]);
    try (NextWordModel model =
        NextWordModel.initial(
            ProbeModels.settings(
                cell, 1, 1, bothWays ? Direction.BIDIRECTIONAL : Direction.FORWARD),
            TinySettings.training(1, 0.1, Optimizer.SGD),
            Signature.ofWords(7),
            3)) {
      ProbeModels.Shown shown = ProbeModels.Shown.of(model, batch);
      for (ObservedWeights weights : model.recurrentWeights()) {
        ObservedStates states = shown.states(weights.place());
        HiddenGradients told = shown.gradients(weights.place());
        for (int example = 0; example < 2; example++) {
          double[] gradient = new double[cell == dev.inputmethod.experiment.Cell.LSTM ? 2 : 1];
          gradient[0] = told.norms()[example][states.reading(4)];
          for (int nth = 4; nth >= 1; nth--) {
            gradient = new StepJacobian(weights, states, example, nth).transposedTimes(gradient);
            int before = states.reading(nth - 1);
            assertThat(told.norms()[example][before])
                .isCloseTo(Math.abs(gradient[0]), within(1e-6));
            if (told.hasCell()) {
              assertThat(told.cellNorms()[example][before])
                  .isCloseTo(Math.abs(gradient[1]), within(1e-6));
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_norm_of_the_product_is_its_largest_singular_value(Cell cell) {
    Plain plain = Plain.random(cell, 5);
    List<StepJacobian> factors = new ArrayList<>();
    RealMatrix product = null;
    for (int t = 1; t < TIME; t++) {
      factors.add(new StepJacobian(plain.weights(), plain.observed(), 0, t));
      RealMatrix matrix = new Array2DRowRealMatrix(plain.differences(t));
      product = product == null ? matrix : matrix.multiply(product);
    }
    double expected = Math.log(new SingularValueDecomposition(product).getNorm());
    assertThat(JacobianProduct.logNorm(factors)).isCloseTo(expected, within(1e-4));
  }

  @Test
  void a_product_that_is_zero_has_no_logarithm() {
    ObservedWeights zeros =
        new ObservedWeights(
            FORWARD, Cell.RNN_TANH, HIDDEN, new double[HIDDEN * HIDDEN], new double[0]);
    Plain plain = Plain.random(Cell.RNN_TANH, 5);
    StepJacobian none = new StepJacobian(zeros, plain.observed(), 0, 1);
    assertThat(JacobianProduct.logNorm(List.of(none, none))).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
