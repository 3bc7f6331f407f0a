package dev.inputmethod.corpus;

/** Says what is wrong with one line of dialogues. */
final class BadLineException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String mistake;
  private final int column;

  BadLineException(String message) {
    this(0, message);
  }

  /**
   * @param column from 1; 0 when the whole line is meant
   */
  BadLineException(int column, String message) {
    super(message, null, false, false);
    this.mistake = message;
    this.column = column;
  }

  String mistake() {
    return mistake;
  }

  int column() {
    return column;
  }
}
