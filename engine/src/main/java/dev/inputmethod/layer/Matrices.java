package dev.inputmethod.layer;

import org.nd4j.linalg.api.blas.params.MMulTranspose;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Matrix products that write into a given array, row-major or a block of columns of one.
 *
 * <p>{@link INDArray#mmuli} copies its result when that is row-major; the operation beneath it
 * needs no copy.
 */
final class Matrices {
  private Matrices() {}

  /** into = left·right + keep·into. */
  static void multiply(INDArray left, INDArray right, INDArray into, double keep) {
    product(left, false, right, false, into, keep);
  }

  /** into = left·rightᵀ + keep·into. */
  static void multiplyByTransposed(INDArray left, INDArray right, INDArray into, double keep) {
    product(left, false, right, true, into, keep);
  }

  /** into = leftᵀ·right. */
  static void multiplyTransposed(INDArray left, INDArray right, INDArray into) {
    product(left, true, right, false, into, 0);
  }

  private static void product(
      INDArray left,
      boolean transposeLeft,
      INDArray right,
      boolean transposeRight,
      INDArray into,
      double keep) {
    MMulTranspose transpose =
        MMulTranspose.builder().transposeA(transposeLeft).transposeB(transposeRight).build();
    Nd4j.exec(new Mmul(left, right, into, 1.0, keep, transpose));
  }
}
