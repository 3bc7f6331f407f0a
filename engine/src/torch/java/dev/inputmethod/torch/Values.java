package dev.inputmethod.torch;

import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bytedeco.pytorch.Tensor;

/** Doubles in and out of tensors. */
final class Values {
  private Values() {}

  static double[] flat(Tensor tensor) {
    DoubleBuffer buffer = tensor.detach().contiguous().createBuffer();
    double[] values = new double[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  /** Nested lists of a tensor's shape. */
  static List<Object> nested(Tensor tensor) {
    return nested(flat(tensor), tensor.shape(), 0, 0);
  }

  private static List<Object> nested(double[] values, long[] shape, int dimension, int start) {
    int stride = 1;
    for (int d = dimension + 1; d < shape.length; d++) {
      stride *= (int) shape[d];
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < shape[dimension]; i++) {
      int at = start + i * stride;
      all.add(
          dimension + 1 == shape.length ? values[at] : nested(values, shape, dimension + 1, at));
    }
    return all;
  }

  static double[] uniform(Random random, int count, double limit) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = short3((2 * random.nextDouble() - 1) * limit);
    }
    return values;
  }

  static double[] normal(Random random, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = short3(random.nextGaussian());
    }
    return values;
  }

  /** Three decimals: a person can read the case, and every digit of it is written. */
  private static double short3(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  static int count(Tensor tensor) {
    return Math.toIntExact(tensor.numel());
  }
}
