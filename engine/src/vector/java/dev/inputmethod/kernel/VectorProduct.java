package dev.inputmethod.kernel;

import static dev.inputmethod.kernel.VectorFunctions.WIDTH;
import static dev.inputmethod.kernel.VectorTile.ROWS;

/**
 * Matrix products in {@linkplain VectorTile tiles} of four rows of the left matrix by four vectors
 * of the right one, of two where a vector has eight numbers (AVX2, which has 16 registers).
 *
 * <p>The inner dimension goes by in blocks, so that a block of the right matrix stays in the first
 * level cache while all rows of the left one pass.
 */
final class VectorProduct {
  private static final int VECTORS = WIDTH == 8 ? 2 : 4;

  void multiply(Matrix left, Matrix right, Matrix into, boolean add) {
    if (!add) {
      into.clear();
    }
    int depth = left.columns();
    for (int k = 0; k < depth; k += Kernels.BLOCK) {
      int block = Math.min(Kernels.BLOCK, depth - k);
      panels(Pieces.one(left.columns(k, block)), right.rows(k, block), into);
    }
  }

  /** Pieces go by in groups, so that a tile of the result is loaded once for all of a group. */
  void addProduct(Pieces left, Matrix right, Matrix into) {
    int width = left.first().columns();
    for (int first = 0; first < left.count(); first += Kernels.GROUP) {
      int count = Math.min(Kernels.GROUP, left.count() - first);
      panels(left.from(first, count), right.rows(first * width, count * width), into);
    }
  }

  private static void panels(Pieces left, Matrix right, Matrix into) {
    int j = 0;
    for (; j + VECTORS * WIDTH <= into.columns(); j += VECTORS * WIDTH) {
      panel(left, right, into, j);
    }
    for (; j + WIDTH <= into.columns(); j += WIDTH) {
      narrowPanel(left, right, into, j);
    }
    for (; j < into.columns(); j++) {
      for (int i = 0; i < into.rows(); i++) {
        VectorTile.dot(left, left.row(i), right, right.at() + j, into, at(into, i, j));
      }
    }
  }

  private static int at(Matrix into, int i, int j) {
    return into.at() + i * into.rowStep() + j;
  }

  private static void panel(Pieces left, Matrix right, Matrix into, int j) {
    int i = 0;
    for (; i + ROWS <= into.rows(); i += ROWS) {
      tile(left, left.row(i), right, right.at() + j, into, at(into, i, j));
    }
    for (; i < into.rows(); i++) {
      for (int v = 0; v < VECTORS; v++) {
        int column = j + v * WIDTH;
        VectorTile.row(left, left.row(i), right, right.at() + column, into, at(into, i, column));
      }
    }
  }

  private static void tile(Pieces left, int from, Matrix right, int start, Matrix into, int to) {
    Matrix first = left.first();
    if (VECTORS == 2) {
      VectorTile.medium(left, from, right, start, into, to);
    } else if (left.count() > 1) {
      VectorTile.wideInPieces(left, from, right, start, into, to);
    } else if (first.columnStep() == 1) {
      VectorTile.wide(first, from, right, start, into, to);
    } else {
      VectorTile.wideByColumns(first, from, right, start, into, to);
    }
  }

  /** One vector of every row, four rows at a time. */
  private static void narrowPanel(Pieces left, Matrix right, Matrix into, int j) {
    int i = 0;
    for (; i + ROWS <= into.rows(); i += ROWS) {
      VectorTile.narrow(left, left.row(i), right, right.at() + j, into, at(into, i, j));
    }
    for (; i < into.rows(); i++) {
      VectorTile.row(left, left.row(i), right, right.at() + j, into, at(into, i, j));
    }
  }
}
