package dev.inputmethod.layer;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One direction of a recurrent layer, through all its steps and back: the matrix products, the
 * order of steps and the padding. What is special to a cell is in its {@link CellMath}.
 */
final class DirectionPass {
  private final CellMath math;
  private final DirectionMemory memory;
  private final DirectionWeights weights;
  private final Optional<StepMask> mask;
  private final Truncation truncation;

  DirectionPass(
      CellMath math,
      DirectionMemory memory,
      DirectionWeights weights,
      Optional<StepMask> mask,
      Truncation truncation) {
    this.truncation = truncation;
    this.math = math;
    this.memory = memory;
    this.weights = weights;
    this.mask = mask;
  }

  /**
   * Fills the memory with every step's state, from its initial state.
   *
   * @param input {@code [time·batch, nIn]}
   */
  void forward(INDArray input) {
    sumInputs(input);
    for (int nth = 0; nth < memory.time(); nth++) {
      int t = memory.reading(nth);
      Rows step = memory.step(t);
      for (int gate = 0; gate < memory.gateCount(); gate++) {
        Matrices.multiplyByTransposed(
            step.hiddenBefore(), weights.recurrent(gate), step.recurrent(gate), 1);
      }
      math.forward(step);
      mask.ifPresent(padding -> hold(padding, t, step));
    }
  }

  /** One product over all time steps and gates, and the biases. */
  private void sumInputs(INDArray input) {
    Matrices.multiplyByTransposed(input, weights.input(), memory.sums(), 0);
    boolean separate = math.separatesRecurrentSum();
    weights.biasOfSums(separate).ifPresent(memory.sums()::addiRowVector);
    oneAfterAnother(memory.gates()).assign(byGate(memory.sums()));
    if (separate) {
      memory.recurrent().assign(0);
      weights.lastRecurrentBias().ifPresent(memory.recurrent()::addiRowVector);
    }
  }

  private void hold(StepMask padding, int t, Rows step) {
    padding.hold(t, step.hidden(), step.hiddenBefore(), memory.scratch());
    if (!step.cell().isEmpty()) {
      padding.hold(t, step.cell(), step.cellBefore(), memory.scratch());
    }
  }

  /**
   * Turns {@link Rows#dHidden}, which holds what comes from above, into the whole ∂L/∂h of every
   * step and of the initial state, and computes the gradients of the sums.
   *
   * @param dCells gets ∂L/∂c of every step as the later steps see it, {@code [time·batch, hidden]}
   */
  void backward(Optional<INDArray> dCells) {
    memory.dCell().assign(0);
    math.prepareBackward(memory.all());
    for (int nth = memory.time() - 1; nth >= 0; nth--) {
      int t = memory.reading(nth);
      Rows step = memory.step(t);
      dCells.ifPresent(all -> keep(memory.dCell(), all, t));
      if (truncation.cutsBefore(nth, memory.time())) {
        // What goes beyond the first step of a piece goes nowhere.
        math.backward(step, step.dHidden(), memory.dCell(), memory.discarded());
        memory.dCell().assign(0);
        continue;
      }
      if (mask.isPresent()) {
        backwardHeld(mask.get(), t, step);
      } else {
        math.backward(step, step.dHidden(), memory.dCell(), step.dHiddenBefore());
      }
      for (int gate = 0; gate < memory.gateCount(); gate++) {
        Matrices.multiply(step.dRecurrent(gate), weights.recurrent(gate), step.dHiddenBefore(), 1);
      }
    }
  }

  private static void keep(INDArray dCell, INDArray all, int t) {
    long batch = dCell.size(0);
    Matrices.rows(all, t * batch, batch).assign(dCell);
  }

  /** Where a step is padding its state is the one before, and so is the gradient. */
  private void backwardHeld(StepMask padding, int t, Rows step) {
    INDArray dCell = memory.dCell();
    INDArray dCellHeld = dCell.ulike();
    padding.padded(t, dCell, dCellHeld);
    padding.real(t, dCell, dCell);
    INDArray part = memory.scratch();
    padding.padded(t, step.dHidden(), part);
    step.dHiddenBefore().addi(part);
    padding.real(t, step.dHidden(), part);
    math.backward(step, part, dCell, step.dHiddenBefore());
    dCell.addi(dCellHeld);
  }

  /**
   * Writes the gradients of the parameters and of the input.
   *
   * @param input {@code [time·batch, nIn]}
   * @param dInput ∂L/∂input, of the same shape
   * @param keep 1 to add to what is in {@code dInput}, 0 to write over it
   */
  void gradients(INDArray input, DirectionWeights gradient, INDArray dInput, double keep) {
    INDArray dSums = memory.sums();
    byGate(dSums).assign(oneAfterAnother(memory.dGates()));
    Matrices.multiply(dSums, weights.input(), dInput, keep);
    Matrices.multiplyTransposed(dSums, input, gradient.input());
    gradient.inputBias().ifPresent(bias -> Matrices.sumRows(dSums, bias));
    if (math.separatesRecurrentSum()) {
      long hidden = memory.dRecurrent().size(1);
      long last = dSums.size(1) - hidden;
      Matrices.columns(dSums, last, hidden).assign(memory.dRecurrent());
    }
    Matrices.multiplyTransposed(dSums, memory.all().hiddenBefore(), gradient.recurrent());
    gradient.recurrentBias().ifPresent(bias -> Matrices.sumRows(dSums, bias));
  }

  /** {@code [time·batch, G·hidden]} seen as {@code [G, time·batch, hidden]}. */
  private INDArray byGate(INDArray sums) {
    long gates = memory.gateCount();
    return sums.reshape('c', new long[] {sums.size(0), gates, sums.size(1) / gates})
        .permute(1, 0, 2);
  }

  /** {@code [G·time·batch, hidden]} seen as {@code [G, time·batch, hidden]}. */
  private INDArray oneAfterAnother(INDArray gates) {
    return gates.reshape('c', new long[] {memory.gateCount(), memory.rowCount(), gates.size(1)});
  }
}
