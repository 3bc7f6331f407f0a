package dev.inputmethod.layer;

import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The parameters of an output layer and what is computed with them: a weight {@code [nOut, nIn]}
 * and a bias {@code [nOut]}, both from U(±1/√nIn), as PyTorch's {@code nn.Linear}.
 */
final class OutputParameters extends Parameters {
  static final String WEIGHT = "W";
  static final String BIAS = "b";

  @Override
  List<Parameter> parameters(Layer layer) {
    FeedForwardLayer output = (FeedForwardLayer) layer;
    return List.of(
        Parameter.weight(WEIGHT, output.getNOut(), output.getNIn()),
        Parameter.bias(BIAS, output.getNOut()));
  }

  @Override
  void draw(Layer layer, Map<String, INDArray> views) {
    views.values().forEach(view -> drawUniform(view, ((FeedForwardLayer) layer).getNIn()));
  }

  /** Puts x·Wᵀ + b for each row x of an input {@code [rows, nIn]} into {@code [rows, nOut]}. */
  static void linear(INDArray input, Map<String, INDArray> parameters, INDArray into) {
    Matrices.multiplyByTransposed(input, Parameters.view(parameters, WEIGHT), into, 0);
    into.addiRowVector(Parameters.view(parameters, BIAS));
  }

  /**
   * The parameters' gradients, written into their views.
   *
   * @param delta ∂L/∂(x·Wᵀ + b), {@code [rows, nOut]}
   */
  static Gradient gradient(INDArray delta, INDArray input, Map<String, INDArray> views) {
    INDArray weight = Parameters.view(views, WEIGHT);
    Matrices.multiplyTransposed(delta, input, weight);
    INDArray bias = Parameters.view(views, BIAS);
    Matrices.sumRows(delta, bias);
    Gradient gradient = new DefaultGradient();
    gradient.gradientForVariable().put(WEIGHT, weight);
    gradient.gradientForVariable().put(BIAS, bias);
    return gradient;
  }

  /** Puts ∂L/∂x, {@code [rows, nIn]}, into an array. */
  static void inputGradient(INDArray delta, Map<String, INDArray> parameters, INDArray into) {
    Matrices.multiply(delta, Parameters.view(parameters, WEIGHT), into, 0);
  }
}
