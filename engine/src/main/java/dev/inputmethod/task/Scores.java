package dev.inputmethod.task;

import java.util.Map;

/** Adds up how well a network answers. */
public interface Scores {

  /**
   * Adds the answers to a batch.
   *
   * @param answers of the network, row-major: ln p of each class, {@code [size, targetSteps,
   *     classes]}, or the number itself, {@code [size]}
   */
  void add(Batch batch, float[] answers);

  /** The mean over all targets so far; not a number before there are any. */
  double loss();

  /** Every figure by name; none when nothing was added. */
  Map<String, Double> metrics();
}
