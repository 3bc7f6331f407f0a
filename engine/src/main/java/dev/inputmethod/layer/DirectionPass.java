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
  private final Optional<StepMask> mask;

  DirectionPass(CellMath math, DirectionMemory memory, Optional<StepMask> mask) {
    this.math = math;
    this.memory = memory;
    this.mask = mask;
  }

  /**
   * Fills the memory with every step's state, from its initial state.
   *
   * @param input {@code [time·batch, nIn]}
   */
  void forward(INDArray input, DirectionWeights weights) {
    sums(input, weights);
    for (int nth = 0; nth < memory.time(); nth++) {
      int t = memory.reading(nth);
      Rows step = memory.step(t);
      Matrices.multiplyByTransposed(step.hiddenBefore(), weights.recurrent(), step.recurrent(), 1);
      math.forward(step);
      if (mask.isPresent()) {
        hold(mask.get(), t, step);
      }
    }
  }

  /** One product over all time steps, and the biases. */
  private void sums(INDArray input, DirectionWeights weights) {
    Rows all = memory.all();
    Matrices.multiplyByTransposed(input, weights.input(), all.gates(), 0);
    if (math.separatesRecurrentSum()) {
      all.recurrent().assign(0);
      weights.inputBias().ifPresent(all.gates()::addiRowVector);
      weights.recurrentBias().ifPresent(all.recurrent()::addiRowVector);
    } else {
      weights.biasSum().ifPresent(all.gates()::addiRowVector);
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
   */
  void backward(DirectionWeights weights) {
    memory.dCell().assign(0);
    math.prepareBackward(memory.all());
    for (int nth = memory.time() - 1; nth >= 0; nth--) {
      int t = memory.reading(nth);
      Rows step = memory.step(t);
      if (mask.isPresent()) {
        backwardHeld(mask.get(), t, step);
      } else {
        math.backward(step, step.dHidden(), memory.dCell(), step.dHiddenBefore());
      }
      Matrices.multiply(step.dRecurrent(), weights.recurrent(), step.dHiddenBefore(), 1);
    }
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
   * Writes the gradients of the parameters.
   *
   * @param input {@code [time·batch, nIn]}
   */
  void gradients(INDArray input, DirectionWeights gradient) {
    Rows all = memory.all();
    Matrices.multiplyTransposed(all.dGates(), input, gradient.input());
    Matrices.multiplyTransposed(all.dRecurrent(), all.hiddenBefore(), gradient.recurrent());
    gradient.inputBias().ifPresent(bias -> all.dGates().sum(bias, 0));
    gradient.recurrentBias().ifPresent(bias -> all.dRecurrent().sum(bias, 0));
  }
}
