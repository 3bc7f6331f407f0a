package dev.inputmethod.layer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a network's parameters are called in measurements and reports: {@code embedding.weight},
 * {@code recurrent1.forward.inputWeight}, {@code recurrent1.forward.recurrentWeight}, {@code
 * recurrent1.forward.inputBias}, {@code recurrent1.forward.recurrentBias}, {@code
 * recurrent1.backward.…}, {@code attention.queryWeight}, {@code attention.keyWeight}, {@code
 * attention.bias}, {@code attention.scoreWeight}, {@code output.weight}, {@code output.bias}.
 */
public final class ParameterNames {
  private ParameterNames() {}

  /** Views of the parameters, in the order of the network's flat view. Not to be written to. */
  public static Map<String, INDArray> parameters(MultiLayerNetwork network) {
    network.params();
    return named(network, false);
  }

  /**
   * Views of the gradients of the mean loss, in the same order. Not to be written to. They hold the
   * gradient from DL4J's {@code onGradientCalculation} until the updater turns it into the update
   * in place.
   */
  public static Map<String, INDArray> gradients(MultiLayerNetwork network) {
    network.getGradientsViewArray();
    return named(network, true);
  }

  /** θ, to be read until the next step. */
  public static ParameterValues valuesOfParameters(MultiLayerNetwork network) {
    return network instanceof FastNetwork fast
        ? fast.parameterValues()
        : new ViewValues(parameters(network));
  }

  /** ∂L/∂θ of the mean loss, to be read in DL4J's {@code onGradientCalculation}. */
  public static ParameterValues valuesOfGradients(MultiLayerNetwork network) {
    return network instanceof FastNetwork fast
        ? fast.gradientValues()
        : new ViewValues(gradients(network));
  }

  /** What the step subtracted from θ, to be read in DL4J's {@code iterationDone}. */
  public static ParameterValues valuesOfUpdates(MultiLayerNetwork network) {
    return network instanceof FastNetwork fast
        ? fast.updates()
        : new ViewValues(gradients(network));
  }

  /** Views of the parameters, for their names and shapes: what is in them may be old. */
  static Map<String, INDArray> shapes(MultiLayerNetwork network) {
    return named(network, false);
  }

  private static Map<String, INDArray> named(MultiLayerNetwork network, boolean gradients) {
    if (gradients && network.getFlattenedGradients() == null) {
      network.initGradientsView();
    }
    Map<String, INDArray> named = new LinkedHashMap<>();
    int level = 0;
    for (Layer layer : network.getLayers()) {
      if (layer instanceof RecurrentLayer) {
        level++;
      }
      String owner = owner(layer, level);
      views(layer, gradients).forEach((key, view) -> named.put(owner + "." + word(key), view));
    }
    return named;
  }

  private static Map<String, INDArray> views(Layer layer, boolean gradients) {
    if (!gradients || layer.numParams() == 0) {
      return layer.paramTable();
    }
    return layer
        .conf()
        .getLayer()
        .initializer()
        .getGradientsFromFlattened(layer.conf(), layer.getGradientsViewArray());
  }

  private static String owner(Layer layer, int level) {
    if (layer instanceof WordEmbeddingLayer) {
      return "embedding";
    }
    if (layer instanceof RecurrentLayer) {
      return "recurrent" + level;
    }
    if (layer instanceof StateAttentionLayer) {
      return "attention";
    }
    return layer instanceof SoftmaxOutputLayer || layer instanceof LinearOutputLayer
        ? "output"
        : "layer" + layer.getIndex();
  }

  private static String word(String key) {
    return switch (key) {
      case "W" -> "weight";
      case "b" -> "bias";
      default -> key;
    };
  }
}
