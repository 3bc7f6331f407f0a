package dev.inputmethod.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/** {@link AttentionScore#DOT}. */
final class DotScores implements StateScores {
  private final INDArray states;
  private final double scale;

  DotScores(INDArray states) {
    this.states = states;
    this.scale = 1 / Math.sqrt((double) states.size(1));
  }

  @Override
  public INDArray of(INDArray query, long count) {
    INDArray products = Matrices.rows(states, 0, count).mul(StateScores.atEveryStep(query, count));
    return products.sum(true, 1).muli(scale);
  }

  @Override
  public void backward(INDArray query, INDArray dScores, INDArray dQuery, INDArray dStates) {
    long count = dScores.size(0);
    INDArray scaled = dScores.mul(scale);
    INDArray ofStates = StateScores.atEveryStep(query, count).muliColumnVector(scaled);
    Matrices.rows(dStates, 0, count).addi(ofStates);
    INDArray ofQuery = Matrices.rows(states, 0, count).mulColumnVector(scaled);
    dQuery.addi(StateScores.overSteps(ofQuery, query.size(0)));
  }

  @Override
  public void finish(INDArray dStates) {
    // There are no parameters.
  }
}
