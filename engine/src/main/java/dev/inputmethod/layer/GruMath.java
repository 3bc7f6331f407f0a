package dev.inputmethod.layer;

import static dev.inputmethod.layer.GruGates.CANDIDATE;
import static dev.inputmethod.layer.GruGates.RESET;
import static dev.inputmethod.layer.GruGates.UPDATE;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gated recurrent unit (Cho et al. 2014) in the form of cuDNN and PyTorch, where the reset gate
 * scales the candidate's recurrent sum after the matrix product:
 *
 * <pre>
 * r, z = σ(sums)   n = tanh(W·x + b + r∘q), q = R·h₋₁ + b'   h = n + z∘(h₋₁ − n)
 * </pre>
 *
 * {@link Rows#kept} is scratch space.
 */
record GruMath() implements CellMath {
  @Override
  public boolean separatesRecurrentSum() {
    return true;
  }

  @Override
  public void forward(Rows step) {
    INDArray candidate = step.gate(CANDIDATE);
    INDArray hidden = step.hidden();
    Elementwise.sigmoid(step.gate(RESET));
    Elementwise.sigmoid(step.gate(UPDATE));
    step.gate(RESET).muli(step.recurrent(CANDIDATE), step.kept());
    candidate.addi(step.kept());
    Elementwise.tanh(candidate, candidate);
    step.hiddenBefore().subi(candidate, hidden);
    hidden.muli(step.gate(UPDATE));
    hidden.addi(candidate);
  }

  @Override
  public void prepareBackward(Rows all) {
    INDArray kept = all.kept();
    Elementwise.tanhSlope(all.gate(CANDIDATE), all.dGate(CANDIDATE));
    all.gate(UPDATE).rsubi(1.0, kept);
    all.dGate(CANDIDATE).muli(kept);
    kept.muli(all.gate(UPDATE));
    all.hiddenBefore().subi(all.gate(CANDIDATE), all.dGate(UPDATE));
    all.dGate(UPDATE).muli(kept);
    Elementwise.sigmoidSlope(all.gate(RESET), all.dGate(RESET));
    all.dGate(RESET).muli(all.recurrent(CANDIDATE));
  }

  @Override
  public void backward(Rows step, INDArray dHidden, INDArray dCell, INDArray dHiddenBefore) {
    INDArray dCandidate = step.dGate(CANDIDATE);
    dCandidate.muli(dHidden);
    step.dGate(UPDATE).muli(dHidden);
    step.dGate(RESET).muli(dCandidate);
    dCandidate.muli(step.gate(RESET), step.dRecurrent(CANDIDATE));
    dHidden.muli(step.gate(UPDATE), step.kept());
    dHiddenBefore.addi(step.kept());
  }
}
