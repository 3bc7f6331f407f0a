package dev.inputmethod.probe;

import dev.inputmethod.layer.Cell;
import dev.inputmethod.layer.GruGates;
import dev.inputmethod.layer.LstmGates;
import dev.inputmethod.layer.ObservedStates;
import dev.inputmethod.layer.ObservedWeights;

/**
 * ∂s_t/∂s_{t−1} of one example at one step, s being h, and (h, c) of an LSTM:
 *
 * <pre>
 * (J·v)_o = Σ_g κ_{o,g} ∘ (R_g·v_h) + Σ_p δ_{o,p} ∘ v_p      o, p ∈ {h, c}
 * </pre>
 *
 * with R_g a gate's block of the recurrent weight.
 */
final class StepJacobian {
  /** The parts of the state. */
  private static final int HIDDEN = 0;

  private static final int CELL = 1;

  private final ObservedWeights weights;
  private final int hidden;
  private final int parts;

  /** κ, {@code [part][gate][hidden]}. */
  private final double[][][] throughGates;

  /** δ, {@code [part][part before][hidden]}. */
  private final double[][][] direct;

  /**
   * @param nth the step that is read as the nth, at least 1
   */
  StepJacobian(ObservedWeights weights, ObservedStates states, int example, int nth) {
    this.weights = weights;
    this.hidden = weights.hiddenSize();
    this.parts = weights.cell().hasCellState() ? 2 : 1;
    this.throughGates = new double[parts][weights.cell().gates()][hidden];
    this.direct = new double[parts][parts][hidden];
    int now = (states.reading(nth) * states.batch() + example) * hidden;
    int before = (states.reading(nth - 1) * states.batch() + example) * hidden;
    switch (weights.cell()) {
      case RNN_TANH, RNN_RELU -> plain(states, now);
      case LSTM -> lstm(states, now, before);
      case GRU -> gru(states, now, before);
    }
  }

  private void plain(ObservedStates states, int now) {
    boolean rectified = weights.cell() == Cell.RNN_RELU;
    for (int i = 0; i < hidden; i++) {
      double h = states.hidden()[now + i];
      throughGates[HIDDEN][0][i] = rectified ? Math.signum(h) : 1 - h * h;
    }
  }

  private void lstm(ObservedStates states, int now, int before) {
    for (int i = 0; i < hidden; i++) {
      double in = states.gate(LstmGates.INPUT)[now + i];
      double forget = states.gate(LstmGates.FORGET)[now + i];
      double candidate = states.gate(LstmGates.CANDIDATE)[now + i];
      double out = states.gate(LstmGates.OUTPUT)[now + i];
      double tanh = Math.tanh(states.cellState()[now + i]);
      double[][] ofCell = throughGates[CELL];
      double[][] ofHidden = throughGates[HIDDEN];
      ofCell[LstmGates.INPUT][i] = candidate * in * (1 - in);
      ofCell[LstmGates.FORGET][i] = states.cellState()[before + i] * forget * (1 - forget);
      ofCell[LstmGates.CANDIDATE][i] = in * (1 - candidate * candidate);
      direct[CELL][CELL][i] = forget;
      // h = out · tanh(c): through c, and through the output gate, of which c knows nothing.
      double slope = out * (1 - tanh * tanh);
      for (int gate = 0; gate < ofHidden.length; gate++) {
        ofHidden[gate][i] = slope * ofCell[gate][i];
      }
      ofHidden[LstmGates.OUTPUT][i] = tanh * out * (1 - out);
      direct[HIDDEN][CELL][i] = slope * forget;
    }
  }

  private void gru(ObservedStates states, int now, int before) {
    double[] last = new double[hidden];
    for (int i = 0; i < hidden; i++) {
      last[i] = states.hidden()[before + i];
    }
    double[] sums = new double[hidden];
    multiply(GruGates.CANDIDATE, last, sums);
    boolean biased = weights.bias().length > 0;
    for (int i = 0; i < hidden; i++) {
      double reset = states.gate(GruGates.RESET)[now + i];
      double update = states.gate(GruGates.UPDATE)[now + i];
      double candidate = states.gate(GruGates.CANDIDATE)[now + i];
      double sum = sums[i] + (biased ? weights.bias()[GruGates.CANDIDATE * hidden + i] : 0);
      double slope = (1 - update) * (1 - candidate * candidate);
      throughGates[HIDDEN][GruGates.RESET][i] = slope * sum * reset * (1 - reset);
      throughGates[HIDDEN][GruGates.UPDATE][i] = (last[i] - candidate) * update * (1 - update);
      throughGates[HIDDEN][GruGates.CANDIDATE][i] = slope * reset;
      direct[HIDDEN][HIDDEN][i] = update;
    }
  }

  /** Numbers of the state: hidden, or twice hidden. */
  int size() {
    return parts * hidden;
  }

  /** J·v. */
  double[] times(double[] v) {
    double[] product = new double[size()];
    double[] sums = new double[hidden];
    for (int gate = 0; gate < weights.cell().gates(); gate++) {
      multiply(gate, v, sums);
      for (int o = 0; o < parts; o++) {
        for (int i = 0; i < hidden; i++) {
          product[o * hidden + i] += throughGates[o][gate][i] * sums[i];
        }
      }
    }
    for (int o = 0; o < parts; o++) {
      for (int p = 0; p < parts; p++) {
        for (int i = 0; i < hidden; i++) {
          product[o * hidden + i] += direct[o][p][i] * v[p * hidden + i];
        }
      }
    }
    return product;
  }

  /** Jᵀ·w. */
  double[] transposedTimes(double[] w) {
    double[] product = new double[size()];
    for (int gate = 0; gate < weights.cell().gates(); gate++) {
      for (int i = 0; i < hidden; i++) {
        double sum = 0;
        for (int o = 0; o < parts; o++) {
          sum += throughGates[o][gate][i] * w[o * hidden + i];
        }
        int row = (gate * hidden + i) * hidden;
        for (int j = 0; j < hidden; j++) {
          product[j] += sum * weights.weight()[row + j];
        }
      }
    }
    for (int o = 0; o < parts; o++) {
      for (int p = 0; p < parts; p++) {
        for (int i = 0; i < hidden; i++) {
          product[p * hidden + i] += direct[o][p][i] * w[o * hidden + i];
        }
      }
    }
    return product;
  }

  /** {@code [size, size]}, row-major. */
  double[] dense() {
    int size = size();
    double[] matrix = new double[size * size];
    for (int o = 0; o < parts; o++) {
      for (int i = 0; i < hidden; i++) {
        int row = (o * hidden + i) * size;
        for (int gate = 0; gate < weights.cell().gates(); gate++) {
          int from = (gate * hidden + i) * hidden;
          for (int j = 0; j < hidden; j++) {
            matrix[row + j] += throughGates[o][gate][i] * weights.weight()[from + j];
          }
        }
        for (int p = 0; p < parts; p++) {
          matrix[row + p * hidden + i] += direct[o][p][i];
        }
      }
    }
    return matrix;
  }

  /** R_gate·v_h; only the first part of {@code v} counts. */
  private void multiply(int gate, double[] v, double[] into) {
    for (int i = 0; i < hidden; i++) {
      int row = (gate * hidden + i) * hidden;
      double sum = 0;
      for (int j = 0; j < hidden; j++) {
        sum += weights.weight()[row + j] * v[j];
      }
      into[i] = sum;
    }
  }
}
