package dev.inputmethod.kernel;

/** A plain RNN: h = tanh(sums) or max(sums, 0). */
final class SimplePass extends RecurrentPass {
  private final boolean relu;

  SimplePass(
      Kernels kernels,
      boolean relu,
      RecurrentWeights weights,
      RecurrentWeights gradients,
      Shape shape,
      boolean reversed) {
    super(kernels, weights, gradients, shape, reversed);
    this.relu = relu;
  }

  @Override
  void activate(int t, int nth, Span before, Span state) {
    Span sums = span(sums(t));
    if (relu) {
      kernels.reluForward(sums, state, hidden * lanes);
    } else {
      kernels.tanhForward(sums, state, hidden * lanes);
    }
    // The backward pass needs the state and finds it where the sums were.
    System.arraycopy(state.values(), state.at(), sums.values(), sums.at(), hidden * lanes);
  }

  @Override
  void differentiate(int t, int nth, Span before, Span dHidden, Span dHiddenBefore) {
    Span state = span(sums(t));
    if (relu) {
      kernels.reluBackward(state, state, dHidden, hidden * lanes);
    } else {
      kernels.tanhBackward(state, state, dHidden, hidden * lanes);
    }
  }
}
