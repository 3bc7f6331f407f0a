package dev.inputmethod.layer;

import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks the shapes that come into a layer, and says what was wanted. */
final class Shapes {
  private Shapes() {}

  /** {@code [batch, features, time]}. */
  static void requireSteps(INDArray input, long features, String layer) {
    if (input.rank() != 3 || input.size(1) != features) {
      throw mismatch("[batch, " + features + ", time]", input, layer);
    }
  }

  /** {@code [batch, time]}. */
  static void requireMatrix(INDArray input, String wanted, String layer) {
    if (input.rank() != 2) {
      throw mismatch(wanted, input, layer);
    }
  }

  static IllegalArgumentException mismatch(String wanted, INDArray found, String layer) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "shape %s found, %s wanted %s",
            Arrays.toString(found.shape()),
            wanted,
            layer));
  }
}
