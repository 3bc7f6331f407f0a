package dev.inputmethod.layer;

import dev.inputmethod.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Finds the recurrent layers of a network, and sets what concerns them all. */
public final class RecurrentLayers {
  private RecurrentLayers() {}

  /** From the lowest up. */
  static List<RecurrentLayer> of(MultiLayerNetwork network) {
    List<RecurrentLayer> found = new ArrayList<>();
    for (Layer layer : network.getLayers()) {
      if (layer instanceof RecurrentLayer recurrent) {
        found.add(recurrent);
      }
    }
    return found;
  }

  /**
   * Starts the streams of dropout masks anew, one for each layer, all derived from this seed. Same
   * seed, same masks, whatever else was drawn. Without it they derive from the network's own seed.
   */
  public static void seedDropout(MultiLayerNetwork network, long seed) {
    for (RecurrentLayer layer : of(network)) {
      layer.seedDropout(SplitMix64.mix(seed + (layer.getIndex() + 1) * SplitMix64.GAMMA));
    }
  }

  /** From now on reports to the observer what every backward pass of this network sees. */
  public static void observe(MultiLayerNetwork network, GradientObserver observer) {
    int level = 1;
    for (RecurrentLayer layer : of(network)) {
      layer.observe(Optional.of(new GradientObservation(observer, level)));
      level++;
    }
  }

  /**
   * Leaves dropout out of the passes that follow, or puts it back; the streams of masks stand still
   * meanwhile.
   */
  public static void suspendDropout(MultiLayerNetwork network, boolean suspended) {
    of(network).forEach(layer -> layer.suspendDropout(suspended));
  }

  /** From now on nothing is observed, at no cost. */
  public static void stopObserving(MultiLayerNetwork network) {
    of(network).forEach(layer -> layer.observe(Optional.empty()));
  }
}
