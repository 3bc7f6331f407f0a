package dev.inputmethod.layer;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of an additive {@link StateAttention} of n numbers a state: query and key weight
 * {@code [n, n]}, bias {@code [n]}, score weight {@code [n]}, all from U(±1/√n). The dot product
 * has none.
 */
final class AttentionParameters extends Parameters {
  static final String QUERY_WEIGHT = "queryWeight";
  static final String KEY_WEIGHT = "keyWeight";
  static final String BIAS = "bias";
  static final String SCORE_WEIGHT = "scoreWeight";

  @Override
  List<Parameter> parameters(Layer layer) {
    StateAttention attention = (StateAttention) layer;
    if (attention.score() == AttentionScore.DOT) {
      return List.of();
    }
    long n = attention.getNIn();
    return List.of(
        Parameter.weight(QUERY_WEIGHT, n, n),
        Parameter.weight(KEY_WEIGHT, n, n),
        Parameter.bias(BIAS, n),
        new Parameter(SCORE_WEIGHT, false, List.of(n)));
  }

  @Override
  void draw(Layer layer, Map<String, INDArray> views) {
    views.values().forEach(view -> drawUniform(view, ((StateAttention) layer).getNIn()));
  }
}
