package dev.inputmethod.kernel;

/**
 * A wide matrix whose columns lie in pieces of equal shape, each equally far from the one before
 * it: what a step's numbers are to those of all steps.
 *
 * @param first the leftmost piece
 * @param distance from one piece to the next, in numbers
 * @param count how many pieces
 */
record Pieces(Matrix first, int distance, int count) {

  /** A matrix in one piece. */
  static Pieces one(Matrix whole) {
    return new Pieces(whole, 0, 1);
  }

  /** The piece that lies {@code nth}, counted from 0. */
  Matrix piece(int nth) {
    return new Matrix(
        first.values(),
        first.at() + nth * distance,
        first.rows(),
        first.columns(),
        first.rowStep(),
        first.columnStep());
  }

  /** Some of the pieces. */
  Pieces from(int nth, int number) {
    return new Pieces(piece(nth), distance, number);
  }

  /** Some of the rows. */
  Pieces rows(int from, int number) {
    return new Pieces(first.rows(from, number), distance, count);
  }

  /** Where a row of the first piece begins. */
  int row(int i) {
    return first.at() + i * first.rowStep();
  }

  /** From behind the last column of a piece to the first of the next, in the same row. */
  int toNext() {
    return distance - first.columns() * first.columnStep();
  }

  /** All pieces' columns. */
  int columns() {
    return count * first.columns();
  }
}
