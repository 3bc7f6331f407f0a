package dev.inputmethod.layer;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;

/** What DL4J asks each layer to say about its memory. */
final class MemoryReports {
  private MemoryReports() {}

  /**
   * @param working numbers kept for each example while training, beside the activations
   */
  static LayerMemoryReport of(Layer layer, InputType input, long working) {
    return new LayerMemoryReport.Builder(
            layer.getLayerName(), layer.getClass(), input, layer.getOutputType(-1, input))
        .standardMemory(layer.initializer().numParams(layer), 0)
        .workingMemory(0, working, 0, working)
        .cacheMemory(0, 0)
        .build();
  }
}
