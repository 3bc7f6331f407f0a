package dev.inputmethod.kernel;

/**
 * A matrix for products with one vector, each of its columns an array: no sum runs through the
 * loops, and all arrays are read from their beginning, so that the compiler vectorises them.
 */
final class TurnedMatrix {
  private final float[][] columns;

  /** A copy, turned. */
  TurnedMatrix(Matrix matrix) {
    this.columns = new float[matrix.columns()][matrix.rows()];
    for (int row = 0; row < matrix.rows(); row++) {
      int from = matrix.at() + row * matrix.rowStep();
      for (int column = 0; column < columns.length; column++) {
        columns[column][row] = matrix.values()[from + column * matrix.columnStep()];
      }
    }
  }

  /** The first numbers of {@code into}, one a row of the matrix, += matrix·vector. */
  void addProduct(Span vector, float[] into) {
    float[] x = vector.values();
    int column = 0;
    for (; column + 4 <= columns.length; column += 4) {
      addFour(column, x, vector.at() + column, into);
    }
    for (; column < columns.length; column++) {
      float factor = x[vector.at() + column];
      float[] only = columns[column];
      for (int row = 0; row < only.length; row++) {
        into[row] += factor * only[row];
      }
    }
  }

  private void addFour(int column, float[] x, int at, float[] into) {
    float[] first = columns[column];
    float[] second = columns[column + 1];
    float[] third = columns[column + 2];
    float[] fourth = columns[column + 3];
    float ofFirst = x[at];
    float ofSecond = x[at + 1];
    float ofThird = x[at + 2];
    float ofFourth = x[at + 3];
    for (int row = 0; row < first.length; row++) {
      into[row] +=
          ofFirst * first[row]
              + ofSecond * second[row]
              + ofThird * third[row]
              + ofFourth * fourth[row];
    }
  }
}
