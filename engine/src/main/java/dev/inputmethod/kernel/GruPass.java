package dev.inputmethod.kernel;

import dev.inputmethod.kernel.RecurrentWeights.Biases;
import java.util.Arrays;

/**
 * A GRU (Cho et al. 2014) as PyTorch has it: the reset gate scales the candidate's recurrent sum,
 * which is therefore kept apart.
 */
final class GruPass extends RecurrentPass {
  private final float[] recurrentSums;
  private final float[] recurrentLaneSums;

  GruPass(
      Kernels kernels,
      RecurrentWeights weights,
      RecurrentWeights gradients,
      Shape shape,
      boolean reversed) {
    super(kernels, weights, gradients, shape, reversed);
    this.recurrentSums = new float[shape.time() * hidden * lanes];
    this.recurrentLaneSums = new float[hidden * lanes];
  }

  @Override
  int recurrentBiasesInSums() {
    return 2 * hidden;
  }

  @Override
  void addRecurrent(int t, boolean hasBefore, Span before) {
    Matrix candidate = states(recurrentSum(t));
    weights
        .biases()
        .ifPresentOrElse(
            biases -> candidate.fillRows(biases.recurrent().plus(2 * hidden)), candidate::clear);
    if (hasBefore) {
      Matrix recurrent = weights.recurrent();
      kernels.multiply(
          recurrent.rows(0, 2 * hidden), states(before), sums(t).rows(0, 2 * hidden), true);
      kernels.multiply(recurrent.rows(2 * hidden, hidden), states(before), candidate, true);
    }
  }

  private Span recurrentSum(int t) {
    return new Span(recurrentSums, t * hidden * lanes);
  }

  @Override
  void activate(int t, int nth, Span before, Span state) {
    kernels.gruForward(span(sums(t)), recurrentSum(t), before, state, hidden * lanes);
  }

  @Override
  void beginBackward() {
    Arrays.fill(recurrentLaneSums, 0);
  }

  @Override
  void differentiate(int t, int nth, Span before, Span dHidden, Span dHiddenBefore) {
    int n = hidden * lanes;
    kernels.gruBackward(span(sums(t)), recurrentSum(t), before, dHidden, dHiddenBefore, n);
    kernels.add(recurrentSum(t), new Span(recurrentLaneSums, 0), n);
  }

  @Override
  void backwardRecurrent(int t, Matrix dHiddenBefore) {
    Matrix ofGates = recurrentTransposed().columns(0, 2 * hidden);
    Matrix ofCandidate = recurrentTransposed().columns(2 * hidden, hidden);
    kernels.multiply(ofGates, sums(t).rows(0, 2 * hidden), dHiddenBefore, true);
    kernels.multiply(ofCandidate, states(recurrentSum(t)), dHiddenBefore, true);
  }

  @Override
  void writeRecurrent(int first, Matrix statesBefore) {
    Pieces dGates = dSums(first).rows(0, 2 * hidden);
    Pieces dCandidates = overSteps(recurrentSums, hidden, first, dGates.count());
    Matrix gradient = gradients.recurrent();
    kernels.addProduct(dGates, statesBefore, gradient.rows(0, 2 * hidden));
    kernels.addProduct(dCandidates, statesBefore, gradient.rows(2 * hidden, hidden));
  }

  @Override
  void writeOwnBiases(Biases biases) {
    Span own = biases.recurrent().plus(2 * hidden);
    Matrix.of(own, hidden, 1).clear();
    ofExamples(states(new Span(recurrentLaneSums, 0))).addRowSums(own);
  }
}
