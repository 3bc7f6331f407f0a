package dev.inputmethod.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The same rows of everything that one direction of a layer keeps: {@code [batch, hidden]} for one
 * time step, {@code [time·batch, hidden]} for all of them.
 *
 * <p>Views, made once for each buffer and then used for every batch. Each is contiguous:
 * element-wise operations on blocks of columns are several times slower.
 */
final class Rows {
  private final List<INDArray> gates = new ArrayList<>();
  private final List<INDArray> dGates = new ArrayList<>();
  private final List<INDArray> recurrent = new ArrayList<>();
  private final List<INDArray> dRecurrent = new ArrayList<>();
  private final INDArray hidden;
  private final INDArray hiddenBefore;
  private final INDArray dHidden;
  private final INDArray dHiddenBefore;
  private final INDArray cell;
  private final INDArray cellBefore;
  private final INDArray kept;

  /**
   * @param from first of the rows
   * @param own where the state after the step lies, counted in rows from those rows
   * @param before where the state before the step lies, likewise
   */
  Rows(DirectionMemory memory, long from, long count, long own, long before) {
    for (int gate = 0; gate < memory.gateCount(); gate++) {
      long start = gate * memory.rowCount() + from;
      gates.add(rows(memory.gates(), start, count));
      dGates.add(rows(memory.dGates(), start, count));
    }
    recurrent.addAll(gates);
    dRecurrent.addAll(dGates);
    if (!memory.recurrent().isEmpty()) {
      recurrent.set(memory.gateCount() - 1, rows(memory.recurrent(), from, count));
      dRecurrent.set(memory.gateCount() - 1, rows(memory.dRecurrent(), from, count));
    }
    this.kept = rows(memory.kept(), from, count);
    this.hidden = rows(memory.hidden(), from + own, count);
    this.hiddenBefore = rows(memory.hidden(), from + before, count);
    this.dHidden = rows(memory.dHidden(), from + own, count);
    this.dHiddenBefore = rows(memory.dHidden(), from + before, count);
    this.cell = rows(memory.cell(), from + own, count);
    this.cellBefore = rows(memory.cell(), from + before, count);
  }

  /** The gate's sum W·x + R·h + biases, then the gate. */
  INDArray gate(int index) {
    return gates.get(index);
  }

  /** ∂L/∂(the gate's sum). */
  INDArray dGate(int index) {
    return dGates.get(index);
  }

  /**
   * Where the recurrent part of the gate's sum goes: the gate itself, unless the cell keeps it
   * apart.
   */
  INDArray recurrent(int index) {
    return recurrent.get(index);
  }

  /** ∂L/∂(the recurrent part of the gate's sum). */
  INDArray dRecurrent(int index) {
    return dRecurrent.get(index);
  }

  /** h after the step. */
  INDArray hidden() {
    return hidden;
  }

  /** h before the step in reading order. */
  INDArray hiddenBefore() {
    return hiddenBefore;
  }

  /** ∂L/∂h after the step: first what comes from above, in the end all of it. */
  INDArray dHidden() {
    return dHidden;
  }

  INDArray dHiddenBefore() {
    return dHiddenBefore;
  }

  /** c after the step; empty for cells that have none. */
  INDArray cell() {
    return cell;
  }

  INDArray cellBefore() {
    return cellBefore;
  }

  /** Whatever the cell keeps for itself. */
  INDArray kept() {
    return kept;
  }

  private static INDArray rows(INDArray matrix, long from, long count) {
    return matrix.isEmpty() ? matrix : Matrices.rows(matrix, from, count);
  }
}
