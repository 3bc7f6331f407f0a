package dev.inputmethod.torch;

import java.util.Map;

/**
 * A ReLU network's forward pass in plain loops: tells how near a pre-activation comes to the kink
 * at 0, where a derivative depends on the last bit, and checks PyTorch's output by the way.
 */
final class PlainRelu {
  private final Shape shape;
  private final int batch;
  private final int time;
  private final long[] lengths;
  private final Map<String, double[]> parameters;
  private double nearest = Double.POSITIVE_INFINITY;
  private int positive;
  private int all;

  PlainRelu(Shape shape, long[] lengths, int time, Map<String, double[]> parameters) {
    this.shape = shape;
    this.batch = lengths.length;
    this.time = time;
    this.lengths = lengths;
    this.parameters = parameters;
  }

  /** The smallest |W x + U h + b| of all that were computed. */
  double nearest() {
    return nearest;
  }

  /** The share of units that are not cut off. */
  double active() {
    return (double) positive / all;
  }

  /**
   * @param input {@code [batch, time, embedding]}
   * @param initial {@code [layers · directions, batch, hidden]}
   * @return {@code [batch, time, directions · hidden]}
   */
  double[] output(double[] input, double[] initial) {
    int directions = shape.directions();
    double[] below = input;
    int width = shape.embedding();
    for (int layer = 0; layer < shape.layers(); layer++) {
      double[] above = new double[batch * time * directions * shape.hidden()];
      for (int direction = 0; direction < directions; direction++) {
        for (int b = 0; b < batch; b++) {
          run(layer, direction, b, below, width, above, initial);
        }
      }
      below = above;
      width = directions * shape.hidden();
    }
    return below;
  }

  private void run(
      int layer,
      int direction,
      int b,
      double[] below,
      int width,
      double[] above,
      double[] initial) {
    int hidden = shape.hidden();
    String suffix = "_l" + layer + (direction == 1 ? "_reverse" : "");
    double[] w = parameters.get("rnn.weight_ih" + suffix);
    double[] u = parameters.get("rnn.weight_hh" + suffix);
    double[] h = new double[hidden];
    int slot = layer * shape.directions() + direction;
    System.arraycopy(initial, (slot * batch + b) * hidden, h, 0, hidden);
    int length = (int) lengths[b];
    for (int step = 0; step < length; step++) {
      int t = direction == 0 ? step : length - 1 - step;
      double[] next = new double[hidden];
      for (int j = 0; j < hidden; j++) {
        double sum = bias("ih", suffix, j) + bias("hh", suffix, j);
        for (int i = 0; i < width; i++) {
          sum += w[j * width + i] * below[(b * time + t) * width + i];
        }
        for (int i = 0; i < hidden; i++) {
          sum += u[j * hidden + i] * h[i];
        }
        next[j] = look(sum);
        above[((b * time + t) * shape.directions() + direction) * hidden + j] = next[j];
      }
      h = next;
    }
  }

  private double bias(String which, String suffix, int unit) {
    return shape.bias() ? parameters.get("rnn.bias_" + which + suffix)[unit] : 0;
  }

  private double look(double preActivation) {
    nearest = Math.min(nearest, Math.abs(preActivation));
    all++;
    if (preActivation > 0) {
      positive++;
    }
    return Math.max(0, preActivation);
  }
}
