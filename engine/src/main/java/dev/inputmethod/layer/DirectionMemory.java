package dev.inputmethod.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What one direction of a layer keeps from its forward pass for its backward pass, for one batch
 * size and length.
 *
 * <p>Everything is row-major and time-major: row {@code t·batch + b} is example b at step t. States
 * have a step more, the initial one: at the front for the forward direction, at the end for the
 * backward one, so that "the state before" is the same array shifted by a step. Buffers are used
 * again for the next batch of the same shape.
 */
final class DirectionMemory {
  private final boolean reversed;
  private final int time;
  private final int gateCount;
  private final long rowCount;
  private final INDArray sums;
  private final INDArray gates;
  private final INDArray dGates;
  private final INDArray recurrent;
  private final INDArray dRecurrent;
  private final INDArray hidden;
  private final INDArray dHidden;
  private final INDArray cell;
  private final INDArray dCell;
  private final INDArray kept;
  private final INDArray scratch;
  private final INDArray discarded;
  private final List<Rows> steps = new ArrayList<>();
  private final Rows all;

  DirectionMemory(
      Cell kind,
      CellMath math,
      boolean reversed,
      int batch,
      int time,
      int hiddenSize,
      DataType type) {
    this.reversed = reversed;
    this.time = time;
    this.gateCount = kind.gates();
    this.rowCount = (long) time * batch;
    this.sums = Buffers.matrix(type, rowCount, (long) gateCount * hiddenSize);
    this.gates = Buffers.matrix(type, gateCount * rowCount, hiddenSize);
    this.dGates = Buffers.matrix(type, gateCount * rowCount, hiddenSize);
    boolean separate = math.separatesRecurrentSum();
    this.recurrent = separate ? Buffers.matrix(type, rowCount, hiddenSize) : Nd4j.empty(type);
    this.dRecurrent = separate ? Buffers.matrix(type, rowCount, hiddenSize) : Nd4j.empty(type);
    this.hidden = Buffers.matrix(type, rowCount + batch, hiddenSize);
    this.dHidden = Buffers.matrix(type, rowCount + batch, hiddenSize);
    boolean hasCell = kind.hasCellState();
    this.cell = hasCell ? Buffers.matrix(type, rowCount + batch, hiddenSize) : Nd4j.empty(type);
    this.dCell = Buffers.matrix(type, batch, hiddenSize);
    this.kept = Buffers.matrix(type, rowCount, hiddenSize);
    this.scratch = Buffers.matrix(type, batch, hiddenSize);
    this.discarded = Buffers.matrix(type, batch, hiddenSize);
    long own = reversed ? 0 : batch;
    long before = reversed ? batch : 0;
    for (int t = 0; t < time; t++) {
      steps.add(new Rows(this, (long) t * batch, batch, own, before));
    }
    this.all = new Rows(this, 0, rowCount, own, before);
  }

  int time() {
    return time;
  }

  int gateCount() {
    return gateCount;
  }

  /** time·batch. */
  long rowCount() {
    return rowCount;
  }

  /** The step that is read as the {@code nth}, counted from 0. */
  int reading(int nth) {
    return reversed ? time - 1 - nth : nth;
  }

  Rows step(int t) {
    return steps.get(t);
  }

  Rows all() {
    return all;
  }

  /** The state that the first step read starts from, {@code [batch, hidden]}. */
  INDArray initialHidden() {
    return step(reading(0)).hiddenBefore();
  }

  INDArray initialCell() {
    return step(reading(0)).cellBefore();
  }

  INDArray finalHidden() {
    return step(reading(time - 1)).hidden();
  }

  INDArray finalCell() {
    return step(reading(time - 1)).cell();
  }

  /** ∂L/∂c, running, in the end that of the initial state, {@code [batch, hidden]}. */
  INDArray dCell() {
    return dCell;
  }

  INDArray scratch() {
    return scratch;
  }

  /** Takes a gradient that is not needed, {@code [batch, hidden]}. */
  INDArray discarded() {
    return discarded;
  }

  /**
   * The gates side by side, {@code [time·batch, G·hidden]}, as matrix products want them: the
   * input's part of all sums, and later the gradients of all sums.
   */
  INDArray sums() {
    return sums;
  }

  /**
   * The gates one after another, {@code [G·time·batch, hidden]}, as element-wise operations want
   * them.
   */
  INDArray gates() {
    return gates;
  }

  INDArray dGates() {
    return dGates;
  }

  /**
   * The last gate's recurrent sums, {@code [time·batch, hidden]}, where the cell keeps them apart;
   * else empty.
   */
  INDArray recurrent() {
    return recurrent;
  }

  INDArray dRecurrent() {
    return dRecurrent;
  }

  /** {@code [(time + 1)·batch, hidden]}. */
  INDArray hidden() {
    return hidden;
  }

  INDArray dHidden() {
    return dHidden;
  }

  INDArray cell() {
    return cell;
  }

  INDArray kept() {
    return kept;
  }
}
