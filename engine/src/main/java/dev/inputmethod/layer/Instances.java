package dev.inputmethod.layer;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LayerValidation;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gives a new layer its place in a network, and its part of the network's parameters. */
final class Instances {
  private Instances() {}

  /**
   * What every {@code instantiate} of ours does.
   *
   * @param parameters the layer's part of the flat view
   * @param initialise whether to draw them anew
   */
  static Layer equip(
      Layer layer,
      FeedForwardLayer settings,
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialise) {
    LayerValidation.assertNInNOutSet(
        settings.getClass().getSimpleName(),
        settings.getLayerName(),
        index,
        settings.getNIn(),
        settings.getNOut());
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(settings.initializer().init(conf, parameters, initialise));
    layer.setConf(conf);
    return layer;
  }
}
