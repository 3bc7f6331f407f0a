package dev.inputmethod.layer;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** {@link AttentionScore#ADDITIVE}. */
final class AdditiveScores implements StateScores {
  private final INDArray states;
  private final Map<String, INDArray> gradients;
  private final INDArray queryWeight;
  private final INDArray keyWeight;
  private final INDArray score;
  private final INDArray keys;
  private final INDArray dKeys;

  /**
   * @param gradients views by parameter name; not looked at in a forward pass
   */
  AdditiveScores(
      INDArray states, Map<String, INDArray> parameters, Map<String, INDArray> gradients) {
    this.states = states;
    this.gradients = gradients;
    this.queryWeight = Parameters.view(parameters, AttentionParameters.QUERY_WEIGHT);
    this.keyWeight = Parameters.view(parameters, AttentionParameters.KEY_WEIGHT);
    INDArray vector = Parameters.view(parameters, AttentionParameters.SCORE_WEIGHT);
    this.score = vector.reshape(vector.length(), 1);
    this.keys = Nd4j.create(states.dataType(), new long[] {states.size(0), score.size(0)}, 'c');
    this.dKeys = keys.ulike().assign(0);
    Matrices.multiplyByTransposed(states, keyWeight, keys, 0);
    keys.addiRowVector(Parameters.view(parameters, AttentionParameters.BIAS));
    for (INDArray gradient : gradients.values()) {
      gradient.assign(0);
    }
  }

  @Override
  public INDArray of(INDArray query, long count) {
    return hidden(query, count).mmul(score);
  }

  /** The tanh, {@code [count, A]}. */
  private INDArray hidden(INDArray query, long count) {
    INDArray projected = query.mmul(queryWeight.transpose());
    INDArray sums = StateScores.atEveryStep(projected, count).addi(Matrices.rows(keys, 0, count));
    Elementwise.tanh(sums, sums);
    return sums;
  }

  @Override
  public void backward(INDArray query, INDArray dScores, INDArray dQuery, INDArray dStates) {
    long count = dScores.size(0);
    INDArray hidden = hidden(query, count);
    addTo(AttentionParameters.SCORE_WEIGHT, hidden.transpose().mmul(dScores));
    INDArray dSums = dScores.mmul(score.transpose());
    INDArray slope = hidden.ulike();
    Elementwise.tanhSlope(hidden, slope);
    dSums.muli(slope);
    Matrices.rows(dKeys, 0, count).addi(dSums);
    INDArray dProjected = StateScores.overSteps(dSums, query.size(0));
    addTo(AttentionParameters.QUERY_WEIGHT, dProjected.transpose().mmul(query));
    dQuery.addi(dProjected.mmul(queryWeight));
  }

  @Override
  public void finish(INDArray dStates) {
    addTo(AttentionParameters.KEY_WEIGHT, dKeys.transpose().mmul(states));
    addTo(AttentionParameters.BIAS, dKeys.sum(0));
    dStates.addi(dKeys.mmul(keyWeight));
  }

  private void addTo(String parameter, INDArray gradient) {
    INDArray view = Parameters.view(gradients, parameter);
    view.addi(gradient.reshape(view.shape()));
  }
}
