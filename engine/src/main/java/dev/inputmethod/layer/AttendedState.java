package dev.inputmethod.layer;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One query an example and the states that it looks at: the first {@code count} rows of {@code
 * [time·batch, n]}, time-major.
 */
final class AttendedState {
  /** Takes a padded step out of the softmax, whatever its score. */
  private static final double NEVER = 1e30;

  private final INDArray states;
  private final StateScores scores;

  AttendedState(INDArray allStates, StateScores scores, long count) {
    this.states = Matrices.rows(allStates, 0, count);
    this.scores = scores;
  }

  /**
   * The attention weights.
   *
   * @param query {@code [batch, n]}
   * @param real 1 where a step is real, 0 where it is padding, {@code [count, 1]}
   * @return {@code [steps, batch]}; each column sums to 1
   */
  INDArray weights(INDArray query, Optional<INDArray> real) {
    long batch = query.size(0);
    INDArray column = scores.of(query, states.size(0));
    real.ifPresent(mask -> column.addi(mask.sub(1).muli(NEVER)));
    INDArray weights = column.reshape('c', states.size(0) / batch, batch);
    weights.subiRowVector(weights.max(0));
    Nd4j.getExecutioner().exec(new Exp(weights, weights));
    weights.diviRowVector(weights.sum(0));
    return weights;
  }

  /** Σ_t a_t·h_t, {@code [batch, n]}. */
  INDArray context(INDArray weights) {
    return StateScores.overSteps(states.mulColumnVector(column(weights)), weights.size(1));
  }

  /**
   * Backwards through both.
   *
   * @param dContext {@code [batch, n]}
   * @param dQuery {@code [batch, n]}, added to
   * @param dAll {@code [time·batch, n]}, added to
   */
  void backward(
      INDArray query, INDArray weights, INDArray dContext, INDArray dQuery, INDArray dAll) {
    INDArray everywhere = StateScores.atEveryStep(dContext, states.size(0));
    INDArray dWeights = states.mul(everywhere).sum(true, 1).reshape('c', weights.shape());
    Matrices.rows(dAll, 0, states.size(0)).addi(everywhere.muliColumnVector(column(weights)));
    INDArray dScores = dWeights.subiRowVector(dWeights.mul(weights).sum(0)).muli(weights);
    scores.backward(query, column(dScores), dQuery, dAll);
  }

  private static INDArray column(INDArray stepsByBatch) {
    return stepsByBatch.reshape('c', stepsByBatch.length(), 1);
  }
}
