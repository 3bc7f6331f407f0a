package dev.inputmethod.task;

/**
 * Examples that are trained on together: inputs of one number of steps each, and what the network
 * is to answer at the last step, or at several.
 *
 * <p>Not records: the arrays are shared with the network on purpose, and must not be written to.
 */
public sealed interface Batch permits SymbolBatch, NumberBatch, PieceBatch {

  /** Examples in this batch. */
  int size();

  /** Steps of each input. */
  int contextLength();

  /** How many of the last steps can have a target. */
  int targetSteps();

  /** Padded slots at the left of each input, {@code [size]}. */
  int[] padding();

  /** How many targets there are. */
  default int targetCount() {
    return size() * targetSteps();
  }
}
