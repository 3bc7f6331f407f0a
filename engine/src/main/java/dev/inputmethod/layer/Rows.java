package dev.inputmethod.layer;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The same rows of everything that one direction of a layer keeps: {@code [batch, ·]} for one time
 * step, {@code [time·batch, ·]} for all of them.
 *
 * <p>Views of blocks of columns are made once and kept, since buffers outlive a batch.
 */
final class Rows {
  private final int hiddenSize;
  private final INDArray gates;
  private final INDArray dGates;
  private final INDArray recurrent;
  private final INDArray dRecurrent;
  private final INDArray hidden;
  private final INDArray hiddenBefore;
  private final INDArray dHidden;
  private final INDArray dHiddenBefore;
  private final INDArray cell;
  private final INDArray cellBefore;
  private final INDArray kept;
  private final Map<Integer, INDArray> blocks = new HashMap<>();

  /**
   * @param from first row of a step's own rows
   * @param own where the state after the step lies, counted in rows from those rows
   * @param before where the state before the step lies, likewise
   */
  Rows(DirectionMemory memory, long from, long count, long own, long before) {
    this.hiddenSize = memory.hiddenSize();
    this.gates = rows(memory.gates(), from, count);
    this.dGates = rows(memory.dGates(), from, count);
    boolean separate = memory.recurrent() != memory.gates();
    this.recurrent = separate ? rows(memory.recurrent(), from, count) : gates;
    this.dRecurrent = separate ? rows(memory.dRecurrent(), from, count) : dGates;
    this.kept = rows(memory.kept(), from, count);
    this.hidden = rows(memory.hidden(), from + own, count);
    this.hiddenBefore = rows(memory.hidden(), from + before, count);
    this.dHidden = rows(memory.dHidden(), from + own, count);
    this.dHiddenBefore = rows(memory.dHidden(), from + before, count);
    this.cell = rows(memory.cell(), from + own, count);
    this.cellBefore = rows(memory.cell(), from + before, count);
  }

  /** Sums, then gates, {@code [rows, G·hidden]}. */
  INDArray gates() {
    return gates;
  }

  INDArray gate(int index) {
    return block(0, gates, index, index);
  }

  INDArray gates(int first, int last) {
    return block(0, gates, first, last);
  }

  /** ∂L/∂sums, {@code [rows, G·hidden]}. */
  INDArray dGates() {
    return dGates;
  }

  INDArray dGate(int index) {
    return block(1, dGates, index, index);
  }

  INDArray dGates(int first, int last) {
    return block(1, dGates, first, last);
  }

  /**
   * Recurrent sums, {@code [rows, G·hidden]}; the same array as the gates unless the cell wants
   * them apart.
   */
  INDArray recurrent() {
    return recurrent;
  }

  INDArray recurrent(int first, int last) {
    return block(2, recurrent, first, last);
  }

  /** ∂L/∂recurrent sums, {@code [rows, G·hidden]}. */
  INDArray dRecurrent() {
    return dRecurrent;
  }

  INDArray dRecurrent(int first, int last) {
    return block(3, dRecurrent, first, last);
  }

  /** h after the step, {@code [rows, hidden]}. */
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

  /** c after the step, {@code [rows, hidden]}; cells without one must not touch it. */
  INDArray cell() {
    return cell;
  }

  INDArray cellBefore() {
    return cellBefore;
  }

  /** Whatever the cell keeps for itself, {@code [rows, hidden]}. */
  INDArray kept() {
    return kept;
  }

  private INDArray block(int which, INDArray of, int first, int last) {
    return blocks.computeIfAbsent(
        (which * 4 + first) * 4 + last,
        key -> of.get(all(), interval((long) first * hiddenSize, (last + 1L) * hiddenSize)));
  }

  private static INDArray rows(INDArray matrix, long from, long count) {
    return matrix.isEmpty() ? matrix : matrix.get(interval(from, from + count), all());
  }
}
