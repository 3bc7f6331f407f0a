package dev.inputmethod.layer;

import java.util.SplittableRandom;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Word ids for tests. */
final class TestWords {
  private TestWords() {}

  /** {@code [rows, columns]} ids below {@code vocabulary}. */
  static INDArray draw(int rows, int columns, int vocabulary, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    INDArray ids = Nd4j.create(DataType.DOUBLE, rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        ids.putScalar(row, column, random.nextInt(vocabulary));
      }
    }
    return ids;
  }
}
