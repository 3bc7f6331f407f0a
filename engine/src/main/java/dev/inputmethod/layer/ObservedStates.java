package dev.inputmethod.layer;

/**
 * What one direction of a layer computed in a forward pass: gates and states of all steps, copied.
 *
 * <p>Not a record: it holds arrays, which are the receiver's to keep. All are time-major, {@code
 * [time, batch, hidden]}: number {@code (t·batch + b)·hidden + unit}. The forward direction's state
 * before step t is that of t − 1, the backward direction's that of t + 1, and zeros at the first
 * step read.
 */
public final class ObservedStates {
  private final Place place;
  private final Cell cell;
  private final int batch;
  private final int time;
  private final int hiddenSize;
  private final float[][] gates;
  private final float[] hidden;
  private final float[] cellState;

  /**
   * @param gates after their nonlinearities, in the cell's order; of a plain RNN one that may hold
   *     anything: its state is its only activation
   * @param hidden h after each step
   * @param cellState c after each step; of no length for a cell without c
   */
  public ObservedStates(
      Place place,
      Cell cell,
      int batch,
      int time,
      int hiddenSize,
      float[][] gates,
      float[] hidden,
      float[] cellState) {
    this.place = place;
    this.cell = cell;
    this.batch = batch;
    this.time = time;
    this.hiddenSize = hiddenSize;
    this.gates = gates;
    this.hidden = hidden;
    this.cellState = cellState;
  }

  /** The layer and direction. */
  public Place place() {
    return place;
  }

  public Cell cell() {
    return cell;
  }

  public int batch() {
    return batch;
  }

  public int time() {
    return time;
  }

  public int hiddenSize() {
    return hiddenSize;
  }

  /** One gate's activations, by its place among the cell's blocks. */
  public float[] gate(int index) {
    return gates[index];
  }

  /** h after each step. */
  public float[] hidden() {
    return hidden;
  }

  /** c after each step; of no length for a cell without c. */
  public float[] cellState() {
    return cellState;
  }

  /** The step that is read as the {@code nth}, counted from 0. */
  public int reading(int nth) {
    return place.backward() ? time - 1 - nth : nth;
  }
}
