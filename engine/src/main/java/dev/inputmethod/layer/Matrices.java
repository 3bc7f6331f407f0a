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

  /**
   * A view of some rows. Not {@link INDArray#get}: of an array that itself lies within another that
   * gives an empty array without a word whenever its own offset is less than its length and that of
   * the result is not (ND4J 1.0.0-M2.1).
   */
  static INDArray rows(INDArray matrix, long from, long count) {
    return block(matrix, from, count, 0, matrix.size(1));
  }

  /** A view of some columns. */
  static INDArray columns(INDArray matrix, long from, long count) {
    return block(matrix, 0, matrix.size(0), from, count);
  }

  /** A view of some columns of some rows. */
  static INDArray block(INDArray matrix, long row, long rows, long column, long columns) {
    long[] strides = {matrix.stride(0), matrix.stride(1)};
    long offset = matrix.offset() + row * strides[0] + column * strides[1];
    return Nd4j.create(matrix.data(), new long[] {rows, columns}, strides, offset, 'c');
  }

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

  /**
   * into = the sum of all rows, {@code [columns]}; several times faster than ND4J's sum over
   * dimension 0.
   */
  static void sumRows(INDArray matrix, INDArray into) {
    INDArray ones = Nd4j.ones(matrix.dataType(), 1, matrix.size(0));
    product(ones, false, matrix, false, into.reshape(1, into.length()), 0);
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
