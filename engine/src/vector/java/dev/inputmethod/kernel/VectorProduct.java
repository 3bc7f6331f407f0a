package dev.inputmethod.kernel;

import static dev.inputmethod.kernel.VectorFunctions.SPECIES;
import static dev.inputmethod.kernel.VectorFunctions.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Matrix products in tiles that stay in registers: four rows of the left matrix by four vectors of
 * the right one, two where there are only 16 registers (AVX2).
 *
 * <p>The inner dimension goes by in blocks, so that a block of the right matrix stays in the first
 * level cache while all rows of the left one pass.
 */
final class VectorProduct {
  private static final int ROWS = 4;
  private static final int VECTORS = WIDTH == 8 ? 2 : 4;
  private static final int DEPTH = 128;
  private static final int GROUP = 8;

  void multiply(Matrix left, Matrix right, Matrix into, boolean add) {
    if (!add) {
      into.clear();
    }
    int depth = left.columns();
    for (int k = 0; k < depth; k += DEPTH) {
      int block = Math.min(DEPTH, depth - k);
      panels(new Pieces(left.columns(k, block), 0, 1), right.rows(k, block), into);
    }
  }

  /** Pieces go by in groups, so that a tile of the result is loaded once for all of a group. */
  void addProduct(Pieces left, Matrix right, Matrix into) {
    int width = left.first().columns();
    for (int first = 0; first < left.count(); first += GROUP) {
      int count = Math.min(GROUP, left.count() - first);
      panels(left.from(first, count), right.rows(first * width, count * width), into);
    }
  }

  private static void panels(Pieces left, Matrix right, Matrix into) {
    int columns = into.columns();
    int j = 0;
    for (; j + VECTORS * WIDTH <= columns; j += VECTORS * WIDTH) {
      panel(left, right, into, j);
    }
    int width = left.first().columns();
    for (int nth = 0; nth < left.count(); nth++) {
      rest(left.piece(nth), right.rows(nth * width, width), into, j);
    }
  }

  /** The columns from {@code first} on, which do not fill a panel. */
  private static void rest(Matrix left, Matrix right, Matrix into, int first) {
    int j = first;
    for (; j + WIDTH <= into.columns(); j += WIDTH) {
      narrowPanel(left, right, into, j);
    }
    for (; j < into.columns(); j++) {
      column(left, right, into, j);
    }
  }

  private static void panel(Pieces left, Matrix right, Matrix into, int j) {
    int whole = into.rows() - into.rows() % ROWS;
    for (int i = 0; i < whole; i += ROWS) {
      if (VECTORS == 4 && left.count() > 1) {
        wideInPieces(left, i, right, right.at() + j, into, into.at() + i * into.rowStep() + j);
      } else {
        tiles(left, right, into, i, j);
      }
    }
    for (int i = whole; i < into.rows(); i++) {
      rows(left, right, into, i, j);
    }
  }

  private static void tiles(Pieces left, Matrix right, Matrix into, int i, int j) {
    int width = left.first().columns();
    for (int nth = 0; nth < left.count(); nth++) {
      tile(left.piece(nth), right.rows(nth * width, width), into, i, j);
    }
  }

  private static void rows(Pieces left, Matrix right, Matrix into, int i, int j) {
    int width = left.first().columns();
    for (int nth = 0; nth < left.count(); nth++) {
      for (int v = 0; v < VECTORS; v++) {
        row(left.piece(nth), right.rows(nth * width, width), into, i, j + v * WIDTH);
      }
    }
  }

  private static void tile(Matrix left, Matrix right, Matrix into, int i, int j) {
    int from = left.at() + i * left.rowStep();
    int to = into.at() + i * into.rowStep() + j;
    if (VECTORS == 4) {
      wide(left, from, right, right.at() + j, into, to);
    } else {
      medium(left, from, right, right.at() + j, into, to);
    }
  }

  /** Four rows by four vectors. */
  private static void wide(Matrix left, int from, Matrix right, int start, Matrix into, int to) {
    float[] a = left.values();
    float[] b = right.values();
    float[] c = into.values();
    int depth = left.columns();
    int step = left.columnStep();
    int a1 = left.rowStep();
    int a2 = 2 * a1;
    int a3 = 3 * a1;
    int stride = right.rowStep();
    int c1 = to + into.rowStep();
    int c2 = c1 + into.rowStep();
    int c3 = c2 + into.rowStep();
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, to + WIDTH);
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, to + 2 * WIDTH);
    FloatVector s03 = FloatVector.fromArray(SPECIES, c, to + 3 * WIDTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + WIDTH);
    FloatVector s12 = FloatVector.fromArray(SPECIES, c, c1 + 2 * WIDTH);
    FloatVector s13 = FloatVector.fromArray(SPECIES, c, c1 + 3 * WIDTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + WIDTH);
    FloatVector s22 = FloatVector.fromArray(SPECIES, c, c2 + 2 * WIDTH);
    FloatVector s23 = FloatVector.fromArray(SPECIES, c, c2 + 3 * WIDTH);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + WIDTH);
    FloatVector s32 = FloatVector.fromArray(SPECIES, c, c3 + 2 * WIDTH);
    FloatVector s33 = FloatVector.fromArray(SPECIES, c, c3 + 3 * WIDTH);
    int ai = from;
    int bi = start;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + WIDTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, bi + 2 * WIDTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, bi + 3 * WIDTH);
      FloatVector x = FloatVector.broadcast(SPECIES, a[ai]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      s02 = x.fma(b2, s02);
      s03 = x.fma(b3, s03);
      x = FloatVector.broadcast(SPECIES, a[ai + a1]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      s12 = x.fma(b2, s12);
      s13 = x.fma(b3, s13);
      x = FloatVector.broadcast(SPECIES, a[ai + a2]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      s22 = x.fma(b2, s22);
      s23 = x.fma(b3, s23);
      x = FloatVector.broadcast(SPECIES, a[ai + a3]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      s32 = x.fma(b2, s32);
      s33 = x.fma(b3, s33);
      ai += step;
      bi += stride;
    }
    s00.intoArray(c, to);
    s01.intoArray(c, to + WIDTH);
    s02.intoArray(c, to + 2 * WIDTH);
    s03.intoArray(c, to + 3 * WIDTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + WIDTH);
    s12.intoArray(c, c1 + 2 * WIDTH);
    s13.intoArray(c, c1 + 3 * WIDTH);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + WIDTH);
    s22.intoArray(c, c2 + 2 * WIDTH);
    s23.intoArray(c, c2 + 3 * WIDTH);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + WIDTH);
    s32.intoArray(c, c3 + 2 * WIDTH);
    s33.intoArray(c, c3 + 3 * WIDTH);
  }

  /**
   * Four rows by four vectors, whose sums stay in registers from piece to piece; the pieces' rows
   * are contiguous. The one branch in place of a second loop is meant: of nested loops the compiler
   * would put the sums on the heap.
   */
  private static void wideInPieces(
      Pieces left, int i, Matrix right, int start, Matrix into, int to) {
    Matrix first = left.first();
    float[] a = first.values();
    float[] b = right.values();
    float[] c = into.values();
    int c1 = to + into.rowStep();
    int c2 = c1 + into.rowStep();
    int c3 = c2 + into.rowStep();
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, to + WIDTH);
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, to + 2 * WIDTH);
    FloatVector s03 = FloatVector.fromArray(SPECIES, c, to + 3 * WIDTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + WIDTH);
    FloatVector s12 = FloatVector.fromArray(SPECIES, c, c1 + 2 * WIDTH);
    FloatVector s13 = FloatVector.fromArray(SPECIES, c, c1 + 3 * WIDTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + WIDTH);
    FloatVector s22 = FloatVector.fromArray(SPECIES, c, c2 + 2 * WIDTH);
    FloatVector s23 = FloatVector.fromArray(SPECIES, c, c2 + 3 * WIDTH);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + WIDTH);
    FloatVector s32 = FloatVector.fromArray(SPECIES, c, c3 + 2 * WIDTH);
    FloatVector s33 = FloatVector.fromArray(SPECIES, c, c3 + 3 * WIDTH);
    int rowStep = first.rowStep();
    int stride = right.rowStep();
    int width = first.columns();
    int ai = first.at() + i * rowStep;
    int bi = start;
    int end = start + left.columns() * stride;
    int endOfPiece = ai + width;
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
        ai += left.distance() - width;
        endOfPiece += left.distance();
      }
    }
    s00.intoArray(c, to);
    s01.intoArray(c, to + WIDTH);
    s02.intoArray(c, to + 2 * WIDTH);
    s03.intoArray(c, to + 3 * WIDTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + WIDTH);
    s12.intoArray(c, c1 + 2 * WIDTH);
    s13.intoArray(c, c1 + 3 * WIDTH);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + WIDTH);
    s22.intoArray(c, c2 + 2 * WIDTH);
    s23.intoArray(c, c2 + 3 * WIDTH);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + WIDTH);
    s32.intoArray(c, c3 + 2 * WIDTH);
    s33.intoArray(c, c3 + 3 * WIDTH);
  }

  /** Four rows by two vectors. */
  private static void medium(Matrix left, int from, Matrix right, int start, Matrix into, int to) {
    float[] a = left.values();
    float[] b = right.values();
    float[] c = into.values();
    int depth = left.columns();
    int a1 = left.rowStep();
    int a2 = 2 * a1;
    int a3 = 3 * a1;
    int c1 = to + into.rowStep();
    int c2 = c1 + into.rowStep();
    int c3 = c2 + into.rowStep();
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, to + WIDTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + WIDTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + WIDTH);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + WIDTH);
    int ai = from;
    int bi = start;
    for (int k = 0; k < depth; k++) {
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, bi);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, bi + WIDTH);
      FloatVector x = FloatVector.broadcast(SPECIES, a[ai]);
      s00 = x.fma(b0, s00);
      s01 = x.fma(b1, s01);
      x = FloatVector.broadcast(SPECIES, a[ai + a1]);
      s10 = x.fma(b0, s10);
      s11 = x.fma(b1, s11);
      x = FloatVector.broadcast(SPECIES, a[ai + a2]);
      s20 = x.fma(b0, s20);
      s21 = x.fma(b1, s21);
      x = FloatVector.broadcast(SPECIES, a[ai + a3]);
      s30 = x.fma(b0, s30);
      s31 = x.fma(b1, s31);
      ai += left.columnStep();
      bi += right.rowStep();
    }
    s00.intoArray(c, to);
    s01.intoArray(c, to + WIDTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + WIDTH);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + WIDTH);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + WIDTH);
  }

  /** One vector of every row, four rows at a time. */
  private static void narrowPanel(Matrix left, Matrix right, Matrix into, int j) {
    int i = 0;
    for (; i + ROWS <= into.rows(); i += ROWS) {
      int from = left.at() + i * left.rowStep();
      narrow(left, from, right, right.at() + j, into, into.at() + i * into.rowStep() + j);
    }
    for (; i < into.rows(); i++) {
      row(left, right, into, i, j);
    }
  }

  /** Four rows by one vector. */
  private static void narrow(Matrix left, int from, Matrix right, int start, Matrix into, int to) {
    float[] a = left.values();
    float[] c = into.values();
    int a1 = left.rowStep();
    int a2 = 2 * a1;
    int a3 = 3 * a1;
    int c1 = to + into.rowStep();
    int c2 = c1 + into.rowStep();
    int c3 = c2 + into.rowStep();
    FloatVector s0 = FloatVector.fromArray(SPECIES, c, to);
    FloatVector s1 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s2 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s3 = FloatVector.fromArray(SPECIES, c, c3);
    int ai = from;
    int bi = start;
    for (int k = 0; k < left.columns(); k++) {
      FloatVector b = FloatVector.fromArray(SPECIES, right.values(), bi);
      s0 = FloatVector.broadcast(SPECIES, a[ai]).fma(b, s0);
      s1 = FloatVector.broadcast(SPECIES, a[ai + a1]).fma(b, s1);
      s2 = FloatVector.broadcast(SPECIES, a[ai + a2]).fma(b, s2);
      s3 = FloatVector.broadcast(SPECIES, a[ai + a3]).fma(b, s3);
      ai += left.columnStep();
      bi += right.rowStep();
    }
    s0.intoArray(c, to);
    s1.intoArray(c, c1);
    s2.intoArray(c, c2);
    s3.intoArray(c, c3);
  }

  /** One vector of one row. */
  private static void row(Matrix left, Matrix right, Matrix into, int i, int j) {
    int to = into.at() + i * into.rowStep() + j;
    FloatVector sum = FloatVector.fromArray(SPECIES, into.values(), to);
    int ai = left.at() + i * left.rowStep();
    int bi = right.at() + j;
    for (int k = 0; k < left.columns(); k++) {
      FloatVector x = FloatVector.broadcast(SPECIES, left.values()[ai]);
      sum = x.fma(FloatVector.fromArray(SPECIES, right.values(), bi), sum);
      ai += left.columnStep();
      bi += right.rowStep();
    }
    sum.intoArray(into.values(), to);
  }

  /** One number of every row: what is left over after whole vectors. */
  private static void column(Matrix left, Matrix right, Matrix into, int j) {
    for (int i = 0; i < into.rows(); i++) {
      int to = into.at() + i * into.rowStep() + j;
      into.values()[to] = dot(left, i, right, j, into.values()[to]);
    }
  }

  private static float dot(Matrix left, int i, Matrix right, int j, float before) {
    float sum = before;
    for (int k = 0; k < left.columns(); k++) {
      float x = left.values()[left.at() + i * left.rowStep() + k * left.columnStep()];
      sum = Math.fma(x, right.values()[right.at() + k * right.rowStep() + j], sum);
    }
    return sum;
  }
}
