package dev.inputmethod.kernel;

import static dev.inputmethod.kernel.VectorFunctions.SPECIES;
import static dev.inputmethod.kernel.VectorFunctions.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of four rows, and what is left over beside them: sums start from zero, stay in registers,
 * and are added to the result at the end.
 *
 * <p>A loop keeps more numbers alive than the machine has registers for as soon as one method
 * serves two ways of reading the left matrix, or the result's indices are needed on both sides of
 * it; the compiler then moves loop variables in and out of vector registers, in some runs and not
 * in others, and the product takes up to twice the time. Hence a method for each way, of four
 * vectors (AVX-512); narrower tiles, which have not been profiled as closely, share one.
 */
final class VectorTile {
  /** Rows of a tile. */
  static final int ROWS = 4;

  private VectorTile() {}

  /** By four vectors; the left matrix's rows are contiguous. */
  static void wide(Matrix left, int from, Matrix right, int start, Matrix into, int to) {
    float[] a = left.values();
    float[] b = right.values();
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s02 = FloatVector.zero(SPECIES);
    FloatVector s03 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s12 = FloatVector.zero(SPECIES);
    FloatVector s13 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s22 = FloatVector.zero(SPECIES);
    FloatVector s23 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s32 = FloatVector.zero(SPECIES);
    FloatVector s33 = FloatVector.zero(SPECIES);
    int rowStep = left.rowStep();
    int stride = right.rowStep();
    int ai = from;
    int bi = start;
    int end = start + left.columns() * stride;
    while (bi < end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + WIDTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, bi + 2 * WIDTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, bi + 3 * WIDTH);
      FloatVector x = FloatVector.broadcast(SPECIES, a[ai]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      s03 = x.fma(b3, s03);
      int row = ai + rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      s13 = x.fma(b3, s13);
      row += rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
      s23 = x.fma(b3, s23);
      row += rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      s32 = x.fma(b2, s32);
      s33 = x.fma(b3, s33);
      ai++;
      bi += stride;
    }
    float[] c = into.values();
    int ci = to;
    s00.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s01.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s02.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s03.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
    ci += into.rowStep();
    s10.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s11.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s12.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s13.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
    ci += into.rowStep();
    s20.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s21.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s22.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s23.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
    ci += into.rowStep();
    s30.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s31.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s32.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s33.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
  }

  /** By four vectors; the left matrix's columns are contiguous. */
  static void wideByColumns(Matrix left, int from, Matrix right, int start, Matrix into, int to) {
    float[] a = left.values();
    float[] b = right.values();
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s02 = FloatVector.zero(SPECIES);
    FloatVector s03 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s12 = FloatVector.zero(SPECIES);
    FloatVector s13 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s22 = FloatVector.zero(SPECIES);
    FloatVector s23 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s32 = FloatVector.zero(SPECIES);
    FloatVector s33 = FloatVector.zero(SPECIES);
    int step = left.columnStep();
    int stride = right.rowStep();
    int ai = from;
    int bi = start;
    int end = start + left.columns() * stride;
    while (bi < end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + WIDTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, bi + 2 * WIDTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, bi + 3 * WIDTH);
      FloatVector x = FloatVector.broadcast(SPECIES, a[ai]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      s03 = x.fma(b3, s03);
      x = FloatVector.broadcast(SPECIES, a[ai + 1]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      s13 = x.fma(b3, s13);
      x = FloatVector.broadcast(SPECIES, a[ai + 2]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
      s23 = x.fma(b3, s23);
      x = FloatVector.broadcast(SPECIES, a[ai + 3]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      s32 = x.fma(b2, s32);
      s33 = x.fma(b3, s33);
      ai += step;
      bi += stride;
    }
    float[] c = into.values();
    int ci = to;
    s00.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s01.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s02.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s03.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
    ci += into.rowStep();
    s10.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s11.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s12.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s13.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
    ci += into.rowStep();
    s20.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s21.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s22.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s23.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
    ci += into.rowStep();
    s30.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s31.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s32.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s33.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
  }

  /**
   * By four vectors, through all pieces, whose rows are contiguous. The branch stands where a loop
   * over pieces would: of nested loops the compiler puts the sums on the heap.
   */
  static void wideInPieces(Pieces pieces, int from, Matrix right, int start, Matrix into, int to) {
    Matrix left = pieces.first();
    float[] a = left.values();
    float[] b = right.values();
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s02 = FloatVector.zero(SPECIES);
    FloatVector s03 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s12 = FloatVector.zero(SPECIES);
    FloatVector s13 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s22 = FloatVector.zero(SPECIES);
    FloatVector s23 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    FloatVector s32 = FloatVector.zero(SPECIES);
    FloatVector s33 = FloatVector.zero(SPECIES);
    int rowStep = left.rowStep();
    int stride = right.rowStep();
    int width = left.columns();
    int ai = from;
    int bi = start;
    int end = start + pieces.columns() * stride;
    int endOfPiece = from + width;
    while (bi < end) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + WIDTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, bi + 2 * WIDTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, bi + 3 * WIDTH);
      FloatVector x = FloatVector.broadcast(SPECIES, a[ai]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      s03 = x.fma(b3, s03);
      int row = ai + rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      s13 = x.fma(b3, s13);
      row += rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
      s23 = x.fma(b3, s23);
      row += rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      s32 = x.fma(b2, s32);
      s33 = x.fma(b3, s33);
      ai++;
      bi += stride;
      if (ai == endOfPiece) {
        ai += pieces.distance() - width;
        endOfPiece += pieces.distance();
      }
    }
    float[] c = into.values();
    int ci = to;
    s00.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s01.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s02.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s03.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
    ci += into.rowStep();
    s10.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s11.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s12.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s13.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
    ci += into.rowStep();
    s20.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s21.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s22.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s23.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
    ci += into.rowStep();
    s30.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s31.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    s32.add(FloatVector.fromArray(SPECIES, c, ci + 2 * WIDTH)).intoArray(c, ci + 2 * WIDTH);
    s33.add(FloatVector.fromArray(SPECIES, c, ci + 3 * WIDTH)).intoArray(c, ci + 3 * WIDTH);
  }

  /** By two vectors, where there are only 16 registers (AVX2). */
  static void medium(Pieces pieces, int from, Matrix right, int start, Matrix into, int to) {
    Matrix left = pieces.first();
    float[] a = left.values();
    float[] b = right.values();
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s01 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s11 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s21 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    FloatVector s31 = FloatVector.zero(SPECIES);
    int rowStep = left.rowStep();
    int bi = start;
    int ai = from;
    int k = 0;
    for (int count = pieces.columns(); count > 0; count--) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + WIDTH);
      FloatVector x = FloatVector.broadcast(SPECIES, a[ai]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      int row = ai + rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      row += rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      row += rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      bi += right.rowStep();
      ai += left.columnStep();
      if (++k == left.columns()) {
        k = 0;
        ai += pieces.toNext();
      }
    }
    float[] c = into.values();
    int ci = to;
    s00.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s01.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    ci += into.rowStep();
    s10.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s11.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    ci += into.rowStep();
    s20.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s21.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
    ci += into.rowStep();
    s30.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    s31.add(FloatVector.fromArray(SPECIES, c, ci + WIDTH)).intoArray(c, ci + WIDTH);
  }

  /** By one vector. */
  static void narrow(Pieces pieces, int from, Matrix right, int start, Matrix into, int to) {
    Matrix left = pieces.first();
    float[] a = left.values();
    float[] b = right.values();
    FloatVector s00 = FloatVector.zero(SPECIES);
    FloatVector s10 = FloatVector.zero(SPECIES);
    FloatVector s20 = FloatVector.zero(SPECIES);
    FloatVector s30 = FloatVector.zero(SPECIES);
    int rowStep = left.rowStep();
    int bi = start;
    int ai = from;
    int k = 0;
    for (int count = pieces.columns(); count > 0; count--) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi);
      FloatVector x = FloatVector.broadcast(SPECIES, a[ai]);
      s00 = x.fma(b0, s00);
      int row = ai + rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s10 = x.fma(b0, s10);
      row += rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s20 = x.fma(b0, s20);
      row += rowStep;
      x = FloatVector.broadcast(SPECIES, a[row]);
      s30 = x.fma(b0, s30);
      bi += right.rowStep();
      ai += left.columnStep();
      if (++k == left.columns()) {
        k = 0;
        ai += pieces.toNext();
      }
    }
    float[] c = into.values();
    int ci = to;
    s00.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    ci += into.rowStep();
    s10.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    ci += into.rowStep();
    s20.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
    ci += into.rowStep();
    s30.add(FloatVector.fromArray(SPECIES, c, ci)).intoArray(c, ci);
  }

  /** One row by one vector. */
  static void row(Pieces pieces, int from, Matrix right, int start, Matrix into, int to) {
    Matrix left = pieces.first();
    FloatVector sum = FloatVector.zero(SPECIES);
    int bi = start;
    int ai = from;
    int k = 0;
    for (int count = pieces.columns(); count > 0; count--) {
      FloatVector x = FloatVector.broadcast(SPECIES, left.values()[ai]);
      sum = x.fma(FloatVector.fromArray(SPECIES, right.values(), bi), sum);
      bi += right.rowStep();
      ai += left.columnStep();
      if (++k == left.columns()) {
        k = 0;
        ai += pieces.toNext();
      }
    }
    sum.add(FloatVector.fromArray(SPECIES, into.values(), to)).intoArray(into.values(), to);
  }

  /** One number. */
  static void dot(Pieces pieces, int from, Matrix right, int start, Matrix into, int to) {
    Matrix left = pieces.first();
    float sum = 0;
    int bi = start;
    int ai = from;
    int k = 0;
    for (int count = pieces.columns(); count > 0; count--) {
      sum = Math.fma(left.values()[ai], right.values()[bi], sum);
      bi += right.rowStep();
      ai += left.columnStep();
      if (++k == left.columns()) {
        k = 0;
        ai += pieces.toNext();
      }
    }
    into.values()[to] = sum + into.values()[to];
  }
}
