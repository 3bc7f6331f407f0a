package dev.inputmethod.layer;

import dev.inputmethod.kernel.LevelPass;
import dev.inputmethod.kernel.NetworkPass;
import dev.inputmethod.kernel.Shape;
import dev.inputmethod.kernel.Span;
import dev.inputmethod.kernel.Steps;

/** Tells an observer what a backward pass of the fast form has left. */
final class StepNorms {
  private final NetworkPass network;

  StepNorms(NetworkPass network) {
    this.network = network;
  }

  /**
   * @param index the layer's, from 0
   */
  void report(GradientObservation observation, int index) {
    LevelPass level = network.levels().get(index);
    int hidden = level.output().features() / level.directions();
    for (int d = 0; d < level.directions(); d++) {
      double[][] norms = norms(level.output(), d * hidden, hidden);
      observation.observer().hidden(new HiddenGradients(observation.level(), d == 1, norms));
    }
    if (index == 0) {
      Steps words = network.embedded();
      observation.observer().words(norms(words, 0, words.features()));
    }
  }

  /** {@code [batch][time]}, of the gradients of each example's own loss. */
  private double[][] norms(Steps steps, int feature, int count) {
    Shape shape = steps.shape();
    double[][] norms = new double[shape.batch()][shape.time()];
    for (int t = 0; t < shape.time(); t++) {
      double[] squares = squares(steps.gradients(t, feature), count, shape.lanes());
      for (int example = 0; example < shape.batch(); example++) {
        norms[example][t] = Math.sqrt(squares[example]) * shape.batch();
      }
    }
    return norms;
  }

  /** In double precision: the square of a vanished gradient is below every float. */
  private static double[] squares(Span gradients, int features, int lanes) {
    double[] squares = new double[lanes];
    for (int feature = 0; feature < features; feature++) {
      int from = gradients.at() + feature * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        double x = gradients.values()[from + lane];
        squares[lane] += x * x;
      }
    }
    return squares;
  }
}
