package dev.inputmethod.corpus;

import java.util.Objects;

/** A malformed line of a dialogue file. */
final class BadLineException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int column;

  BadLineException(String message) {
    this(0, message);
  }

  /**
   * @param column where the mistake is, from 1; 0 if it concerns the whole line
   */
  BadLineException(int column, String message) {
    super(message, null, false, false);
    this.column = column;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  int column() {
    return column;
  }
}
