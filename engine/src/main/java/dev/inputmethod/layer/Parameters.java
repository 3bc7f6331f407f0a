package dev.inputmethod.layer;

import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A layer's parameters: their names, their shapes, and their places in the network's flat view,
 * row-major one after another.
 */
abstract class Parameters implements ParamInitializer {

  /**
   * One parameter.
   *
   * @param key name within the layer, without '_', at which DL4J splits
   * @param bias whether it is a bias: DL4J may regularise those otherwise
   * @param shape the shape of its view
   */
  record Parameter(String key, boolean bias, List<Long> shape) {

    static Parameter weight(String key, long rows, long columns) {
      return new Parameter(key, false, List.of(rows, columns));
    }

    static Parameter bias(String key, long length) {
      return new Parameter(key, true, List.of(length));
    }

    long length() {
      return shape.stream().reduce(1L, Math::multiplyExact);
    }

    private long[] dimensions() {
      return shape.stream().mapToLong(Long::longValue).toArray();
    }
  }

  /** In the order of the flat view. */
  abstract List<Parameter> parameters(Layer layer);

  /**
   * Draws the initial values, from ND4J's random stream, which DL4J seeds with the network's seed.
   */
  abstract void draw(Layer layer, Map<String, INDArray> views);

  /** Fills an array from U(−bound, bound), bound = 1/√fan, PyTorch's default. */
  static void drawUniform(INDArray view, long fan) {
    double bound = bound(fan);
    Nd4j.rand(view, -bound, bound, Nd4j.getRandom());
  }

  static double bound(long fan) {
    return 1 / Math.sqrt((double) fan);
  }

  /** One of the views, which must be there. */
  static INDArray view(Map<String, INDArray> views, String key) {
    return Objects.requireNonNull(views.get(key), key);
  }

  @Override
  public final Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray flat, boolean initialise) {
    Map<String, INDArray> views = getGradientsFromFlattened(conf, flat);
    views.keySet().forEach(conf::addVariable);
    if (initialise) {
      draw(conf.getLayer(), views);
    }
    return views;
  }

  @Override
  public final Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray flat) {
    INDArray vector = flat.reshape(flat.length());
    Map<String, INDArray> views = new LinkedHashMap<>();
    long from = 0;
    for (Parameter parameter : parameters(conf.getLayer())) {
      long to = from + parameter.length();
      views.put(
          parameter.key(), vector.get(interval(from, to)).reshape('c', parameter.dimensions()));
      from = to;
    }
    return views;
  }

  @Override
  public final long numParams(NeuralNetConfiguration conf) {
    return numParams(conf.getLayer());
  }

  @Override
  public final long numParams(Layer layer) {
    return parameters(layer).stream().mapToLong(Parameter::length).sum();
  }

  @Override
  public final List<String> paramKeys(Layer layer) {
    List<String> keys = new ArrayList<>();
    parameters(layer).forEach(parameter -> keys.add(parameter.key()));
    return keys;
  }

  @Override
  public final List<String> weightKeys(Layer layer) {
    return parameters(layer).stream().filter(p -> !p.bias()).map(Parameter::key).toList();
  }

  @Override
  public final List<String> biasKeys(Layer layer) {
    return parameters(layer).stream().filter(Parameter::bias).map(Parameter::key).toList();
  }

  @Override
  public final boolean isWeightParam(Layer layer, String key) {
    return weightKeys(layer).contains(key);
  }

  @Override
  public final boolean isBiasParam(Layer layer, String key) {
    return biasKeys(layer).contains(key);
  }
}
