package dev.inputmethod.kernel;

import java.util.Arrays;
import java.util.Optional;

/** An LSTM (Hochreiter and Schmidhuber 1997, Gers et al. 2000), in PyTorch's order of gates. */
final class LstmPass extends RecurrentPass {
  private final float[] cells;
  private final float[] squashed;
  private final Span dCell;
  private float[] dCellsSeen = {};

  LstmPass(
      Kernels kernels,
      RecurrentWeights weights,
      RecurrentWeights gradients,
      Shape shape,
      boolean reversed) {
    super(kernels, weights, gradients, shape, reversed);
    int block = hidden * lanes;
    this.cells = new float[(shape.time() + 1) * block];
    this.squashed = new float[shape.time() * block];
    this.dCell = new Span(new float[block], 0);
  }

  @Override
  void activate(int t, int nth, Span before, Span state) {
    int n = hidden * lanes;
    kernels.lstmForward(
        span(sums(t)), cellBefore(nth), cellBefore(nth + 1), squashed(nth), state, n);
  }

  /** c before the {@code nth} step in reading order. */
  private Span cellBefore(int nth) {
    return new Span(cells, nth * hidden * lanes);
  }

  private Span squashed(int nth) {
    return new Span(squashed, nth * hidden * lanes);
  }

  @Override
  void beginBackward() {
    Arrays.fill(dCell.values(), 0);
    dCellsSeen = isObserved() ? new float[squashed.length] : new float[0];
  }

  @Override
  void differentiate(int t, int nth, Span before, Span dHidden, Span dHiddenBefore) {
    int n = hidden * lanes;
    kernels.dropNegligible(dCell, n);
    if (isObserved()) {
      System.arraycopy(dCell.values(), 0, dCellsSeen, t * n, n);
    }
    kernels.lstmBackward(span(sums(t)), cellBefore(nth), squashed(nth), dHidden, dCell, n);
  }

  @Override
  public Optional<Span> cell(int t) {
    // The order of reading is its own inverse.
    return Optional.of(cellBefore(reading(t) + 1));
  }

  @Override
  public Optional<Span> cellGradient(int t) {
    return Optional.of(new Span(dCellsSeen, t * hidden * lanes));
  }
}
