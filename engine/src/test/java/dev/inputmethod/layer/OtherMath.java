package dev.inputmethod.layer;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Puts a recurrent layer with other arithmetic in the place of one. */
final class OtherMath {
  private OtherMath() {}

  static void use(MultiLayerNetwork network, RecurrentLayer layer, CellMath math) {
    Layer other =
        Instances.equip(
            new RecurrentLayer(layer.conf(), layer.params().dataType(), math),
            layer.layerConf(),
            layer.conf(),
            layer.getListeners(),
            layer.getIndex(),
            layer.params(),
            false);
    network.getLayers()[layer.getIndex()] = other;
  }
}
