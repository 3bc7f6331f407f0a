package dev.inputmethod.layer;

import static dev.inputmethod.layer.LstmGates.CANDIDATE;
import static dev.inputmethod.layer.LstmGates.FORGET;
import static dev.inputmethod.layer.LstmGates.INPUT;
import static dev.inputmethod.layer.LstmGates.OUTPUT;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al.
 * 2000):
 *
 * <pre>
 * i, f, o = σ(sums)   g = tanh(sum)   c = f∘c₋₁ + i∘g   h = o∘tanh(c)
 * </pre>
 *
 * {@link Rows#kept} holds tanh(c), and from {@link #prepareBackward} on o∘(1 − tanh²(c)) = ∂h/∂c.
 */
record LstmMath() implements CellMath {
  @Override
  public void forward(Rows step) {
    INDArray cell = step.cell();
    INDArray kept = step.kept();
    Elementwise.sigmoid(step.gate(INPUT));
    Elementwise.sigmoid(step.gate(FORGET));
    Elementwise.tanh(step.gate(CANDIDATE), step.gate(CANDIDATE));
    Elementwise.sigmoid(step.gate(OUTPUT));
    step.cellBefore().muli(step.gate(FORGET), cell);
    step.gate(INPUT).muli(step.gate(CANDIDATE), kept);
    cell.addi(kept);
    Elementwise.tanh(cell, kept);
    kept.muli(step.gate(OUTPUT), step.hidden());
  }

  @Override
  public void prepareBackward(Rows all) {
    INDArray kept = all.kept();
    Elementwise.sigmoidSlope(all.gate(INPUT), all.dGate(INPUT));
    all.dGate(INPUT).muli(all.gate(CANDIDATE));
    Elementwise.sigmoidSlope(all.gate(FORGET), all.dGate(FORGET));
    all.dGate(FORGET).muli(all.cellBefore());
    Elementwise.tanhSlope(all.gate(CANDIDATE), all.dGate(CANDIDATE));
    all.dGate(CANDIDATE).muli(all.gate(INPUT));
    Elementwise.sigmoidSlope(all.gate(OUTPUT), all.dGate(OUTPUT));
    all.dGate(OUTPUT).muli(kept);
    Elementwise.tanhSlope(kept, kept);
    kept.muli(all.gate(OUTPUT));
  }

  @Override
  public void backward(Rows step, INDArray dHidden, INDArray dCell, INDArray dHiddenBefore) {
    step.dGate(OUTPUT).muli(dHidden);
    step.kept().muli(dHidden);
    dCell.addi(step.kept());
    step.dGate(INPUT).muli(dCell);
    step.dGate(FORGET).muli(dCell);
    step.dGate(CANDIDATE).muli(dCell);
    dCell.muli(step.gate(FORGET));
  }
}
