package dev.inputmethod.layer;

import java.util.Arrays;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks the shapes that come into a layer, and says what was expected. */
final class Shapes {
  private Shapes() {}

  /** {@code [batch, features, time]}. */
  static void requireSteps(INDArray input, long features, String layer) {
    if (input.rank() != 3 || input.size(1) != features) {
      throw mismatch("[batch, " + features + ", time]", input, layer);
    }
  }

  /** {@code [batch, time]}. */
  static void requireMatrix(INDArray input, String expected, String layer) {
    if (input.rank() != 2) {
      throw mismatch(expected, input, layer);
    }
  }

  static IllegalArgumentException mismatch(String expected, INDArray found, String layer) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "expected shape %s but found %s %s",
            expected,
            Arrays.toString(found.shape()),
            layer));
  }
}
