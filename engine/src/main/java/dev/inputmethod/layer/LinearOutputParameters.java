package dev.inputmethod.layer;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of a {@link LinearOutput}: a weight {@code [nOut, nIn]} and a bias {@code [nOut]},
 * from U(±1/√nIn).
 */
final class LinearOutputParameters extends Parameters {
  static final String WEIGHT = "W";
  static final String BIAS = "b";

  @Override
  List<Parameter> parameters(Layer layer) {
    LinearOutput output = (LinearOutput) layer;
    return List.of(
        Parameter.weight(WEIGHT, output.getNOut(), output.getNIn()),
        Parameter.bias(BIAS, output.getNOut()));
  }

  @Override
  void draw(Layer layer, Map<String, INDArray> views) {
    views.values().forEach(view -> drawUniform(view, ((LinearOutput) layer).getNIn()));
  }
}
