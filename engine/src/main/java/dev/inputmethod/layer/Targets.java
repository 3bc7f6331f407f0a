package dev.inputmethod.layer;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The words that an output layer is to give, in time-major order, and which of them count.
 *
 * <p>Plain numbers on the heap: there is one a row, while the rows themselves are as long as the
 * vocabulary.
 */
final class Targets {
  private final int[] ids;
  private final double[] weights;
  private final double count;

  /**
   * @param labels {@code [batch]}, {@code [batch, 1]} or {@code [batch, time]}
   * @param mask of as many numbers, 1 where a target counts and 0 where not; null where all do
   * @param vocabulary ids must be less
   */
  Targets(INDArray labels, @Nullable INDArray mask, long vocabulary, String layer) {
    double[] labelled = timeMajor(labels);
    this.weights = mask == null ? ones(labelled.length) : timeMajor(mask);
    if (weights.length != labelled.length) {
      throw Shapes.mismatch("a mask of the targets' shape", mask == null ? labels : mask, layer);
    }
    this.ids = new int[labelled.length];
    double sum = 0;
    for (int row = 0; row < ids.length; row++) {
      sum += weights[row];
      ids[row] = weights[row] == 0 ? 0 : (int) labelled[row];
      if (ids[row] < 0 || ids[row] >= vocabulary) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "target %d found, 0 to %d allowed %s",
                ids[row],
                vocabulary - 1,
                layer));
      }
    }
    if (sum == 0) {
      throw new IllegalArgumentException("the mask leaves no target " + layer);
    }
    this.count = sum;
  }

  int rows() {
    return ids.length;
  }

  int id(int row) {
    return ids[row];
  }

  /** This row's share of the mean loss; the shares add up to 1. */
  double share(int row) {
    return weights[row] / count;
  }

  double[] shares() {
    double[] shares = new double[weights.length];
    for (int row = 0; row < shares.length; row++) {
      shares[row] = share(row);
    }
    return shares;
  }

  /** The mean over the targets that count. */
  double mean(double[] losses) {
    double mean = 0;
    for (int row = 0; row < losses.length; row++) {
      mean += losses[row] * share(row);
    }
    return mean;
  }

  /** 1 where the target counts, 0 where not. */
  double weight(int row) {
    return weights[row];
  }

  private static double[] timeMajor(INDArray array) {
    INDArray matrix = array.rank() == 2 ? array : array.reshape(array.length(), 1);
    return matrix.permute(1, 0).dup('c').data().asDouble();
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
