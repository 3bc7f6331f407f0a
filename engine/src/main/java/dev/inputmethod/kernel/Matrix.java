package dev.inputmethod.kernel;

import java.util.Arrays;

/**
 * A matrix within an array: element (i, j) lies at {@code at + i·rowStep + j·columnStep}. Methods
 * that read or write elements expect rows of contiguous numbers, {@code columnStep} 1: a
 * {@linkplain #transposed transposed} matrix is for products only.
 *
 * @param at where element (0, 0) lies
 */
@SuppressWarnings("ArrayRecordComponent") // The array is meant to be shared, not compared.
public record Matrix(float[] values, int at, int rows, int columns, int rowStep, int columnStep) {

  /** Rows one after another from a place on. */
  public static Matrix of(Span from, int rows, int columns) {
    return new Matrix(from.values(), from.at(), rows, columns, columns, 1);
  }

  /** The same numbers with rows and columns exchanged. */
  public Matrix transposed() {
    return new Matrix(values, at, columns, rows, columnStep, rowStep);
  }

  /** Some of the rows. */
  public Matrix rows(int from, int count) {
    return new Matrix(values, at + from * rowStep, count, columns, rowStep, columnStep);
  }

  /** Some of the columns. */
  public Matrix columns(int from, int count) {
    return new Matrix(values, at + from * columnStep, rows, count, rowStep, columnStep);
  }

  /** Fills each row with one number: row i with that at {@code from + i}. */
  public void fillRows(Span from) {
    requireContiguousRows();
    for (int row = 0; row < rows; row++) {
      int start = at + row * rowStep;
      Arrays.fill(values, start, start + columns, from.values()[from.at() + row]);
    }
  }

  /** Sets everything to 0. */
  public void clear() {
    requireContiguousRows();
    for (int row = 0; row < rows; row++) {
      int start = at + row * rowStep;
      Arrays.fill(values, start, start + columns, 0);
    }
  }

  private void requireContiguousRows() {
    if (columnStep != 1) {
      throw new IllegalStateException("expected rows of contiguous numbers but found columns");
    }
  }

  /** Copies the transpose of another matrix into this one. */
  public void assignTransposed(Matrix other) {
    requireContiguousRows();
    other.requireContiguousRows();
    int row = 0;
    // Eight rows at a time: what is read lies together, and each row is written in order.
    for (; row + 8 <= rows; row += 8) {
      for (int column = 0; column < columns; column++) {
        assignEight(row, column, other);
      }
    }
    for (; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        values[at + row * rowStep + column] = other.values[other.at + column * other.rowStep + row];
      }
    }
  }

  private void assignEight(int row, int column, Matrix other) {
    int from = other.at + column * other.rowStep + row;
    int to = at + row * rowStep + column;
    float[] source = other.values;
    values[to] = source[from];
    values[to + rowStep] = source[from + 1];
    values[to + 2 * rowStep] = source[from + 2];
    values[to + 3 * rowStep] = source[from + 3];
    values[to + 4 * rowStep] = source[from + 4];
    values[to + 5 * rowStep] = source[from + 5];
    values[to + 6 * rowStep] = source[from + 6];
    values[to + 7 * rowStep] = source[from + 7];
  }

  /** into[i] += the sum of row i, from left to right. */
  public void addRowSums(Span into) {
    requireContiguousRows();
    int row = 0;
    // Four at a time: each sum waits for its own last addition only.
    for (; row + 4 <= rows; row += 4) {
      addFourRowSums(row, into);
    }
    for (; row < rows; row++) {
      float sum = 0;
      int start = at + row * rowStep;
      for (int column = 0; column < columns; column++) {
        sum += values[start + column];
      }
      into.values()[into.at() + row] += sum;
    }
  }

  private void addFourRowSums(int row, Span into) {
    float first = 0;
    float second = 0;
    float third = 0;
    float fourth = 0;
    int start = at + row * rowStep;
    for (int column = 0; column < columns; column++) {
      first += values[start + column];
      second += values[start + rowStep + column];
      third += values[start + 2 * rowStep + column];
      fourth += values[start + 3 * rowStep + column];
    }
    int to = into.at() + row;
    into.values()[to] += first;
    into.values()[to + 1] += second;
    into.values()[to + 2] += third;
    into.values()[to + 3] += fourth;
  }
}
