package dev.inputmethod.kernel;

import dev.inputmethod.kernel.RecurrentPass.CellKind;
import dev.inputmethod.kernel.RecurrentWeights.Biases;
import java.util.Arrays;

/**
 * The state of one direction of a recurrent layer that reads a context, step after step. What only
 * some cells have (a cell state, a sum kept apart) is there for all, and unused by the others.
 */
final class ContextState {
  private final Kernels cells = new LoopKernels();
  private final CellKind cell;
  private final int hidden;
  private final int joined;
  private final float[] biases;
  private final TurnedMatrix inputWeight;
  private final TurnedMatrix recurrentWeight;
  private final TurnedMatrix apartWeight;
  private final Span sums;
  private final Span apart;
  private final Span state;
  private final Span cellState;
  private final Span squashed;

  /** A state of zeros. */
  ContextState(CellKind cell, RecurrentWeights weights) {
    this.cell = cell;
    this.hidden = weights.hidden();
    int width = cell.gates() * hidden;
    // A GRU's candidate keeps its recurrent sum apart, which the reset gate scales.
    this.joined = cell == CellKind.GRU ? 2 * hidden : width;
    this.biases = new float[width + hidden];
    this.inputWeight = new TurnedMatrix(weights.input());
    this.recurrentWeight = new TurnedMatrix(weights.recurrent().rows(0, joined));
    this.apartWeight = new TurnedMatrix(weights.recurrent().rows(joined, width - joined));
    this.sums = new Span(new float[width], 0);
    this.apart = new Span(new float[hidden], 0);
    this.state = new Span(new float[hidden], 0);
    this.cellState = new Span(new float[hidden], 0);
    this.squashed = new Span(new float[hidden], 0);
    weights.biases().ifPresent(this::joinBiases);
  }

  /** Those of all sums, then those of the recurrent sums that are kept apart. */
  private void joinBiases(Biases from) {
    int width = sums.values().length;
    System.arraycopy(from.input().values(), from.input().at(), biases, 0, width);
    float[] recurrent = from.recurrent().values();
    int at = from.recurrent().at();
    for (int i = 0; i < joined; i++) {
      biases[i] += recurrent[at + i];
    }
    System.arraycopy(recurrent, at + joined, biases, width, width - joined);
  }

  int hidden() {
    return hidden;
  }

  /** Forgets what was read. */
  void clear() {
    Arrays.fill(state.values(), 0);
    Arrays.fill(cellState.values(), 0);
  }

  /** One step; puts the state after it into an array. */
  void read(Span input, float[] output, int at) {
    System.arraycopy(biases, 0, sums.values(), 0, sums.values().length);
    inputWeight.addProduct(input, sums.values());
    recurrentWeight.addProduct(state, sums.values());
    switch (cell) {
      case TANH -> cells.tanhForward(sums, state, hidden);
      case RELU -> cells.reluForward(sums, state, hidden);
      case LSTM -> cells.lstmForward(sums, cellState, cellState, squashed, state, hidden);
      case GRU -> {
        System.arraycopy(biases, sums.values().length, apart.values(), 0, hidden);
        apartWeight.addProduct(state, apart.values());
        cells.gruForward(sums, apart, state, state, hidden);
      }
    }
    System.arraycopy(state.values(), 0, output, at, hidden);
  }
}
