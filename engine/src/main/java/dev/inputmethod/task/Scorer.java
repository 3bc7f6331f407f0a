package dev.inputmethod.task;

import java.util.Map;

/** Adds up metrics of a network's answers, batch after batch. */
public interface Scorer {

  /**
   * Adds the answers to a batch.
   *
   * @param answers of the network, row-major: ln p of each class, {@code [size, targetSteps,
   *     classes]}, or the number itself, {@code [size]}
   */
  void add(Batch batch, float[] answers);

  /** The mean loss over all targets so far; NaN before there are any. */
  double loss();

  /** Every metric by name; none when nothing was added. */
  Map<String, Double> metrics();
}
