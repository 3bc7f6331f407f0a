package dev.inputmethod.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The scores of the first steps' states for one query an example, and their gradients, within one
 * forward or backward pass. All rows are time-major; {@code count} is steps·batch.
 */
interface StateScores {

  /**
   * The scores of the first states.
   *
   * @param query {@code [batch, n]}
   * @return {@code [count, 1]}
   */
  INDArray of(INDArray query, long count);

  /**
   * Backwards through {@link #of}.
   *
   * @param dScores {@code [count, 1]}
   * @param dQuery {@code [batch, n]}, added to
   * @param dStates {@code [time·batch, n]}, added to
   */
  void backward(INDArray query, INDArray dScores, INDArray dQuery, INDArray dStates);

  /** After the last query of a backward pass: adds what is common to all queries. */
  void finish(INDArray dStates);

  /** Each example's row again for every step: {@code [batch, n]} to {@code [count, n]}. */
  static INDArray atEveryStep(INDArray rows, long count) {
    return Nd4j.tile(rows, Math.toIntExact(count / rows.size(0)), 1);
  }

  /** The sum over steps: {@code [count, n]} to {@code [batch, n]}. */
  static INDArray overSteps(INDArray rows, long batch) {
    return rows.reshape('c', rows.size(0) / batch, batch, rows.size(1)).sum(0);
  }
}
