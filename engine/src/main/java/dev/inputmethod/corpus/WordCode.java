package dev.inputmethod.corpus;

/**
 * The code of a word in an encoded file: its id in the lower 30 bits of an int, and two flags in
 * the upper bits. A word that is not a target is a negative number, and no second file is needed to
 * tell where utterances start.
 */
final class WordCode {
  /** The word is not a target: the first of its utterance, or a separator. */
  static final int NO_TARGET = 1 << 31;

  /** No context reaches back beyond this word. */
  static final int CONTEXT_START = 1 << 30;

  /** The bits of the id. */
  static final int ID = CONTEXT_START - 1;

  /** Represents the separator while words are still numbered by appearance. */
  static final int SEPARATOR_NUMBER = ID;

  private WordCode() {}

  static int id(int code) {
    return code & ID;
  }

  static int flags(int code) {
    return code & ~ID;
  }

  static boolean isTarget(int code) {
    return code >= 0;
  }

  static boolean startsContext(int code) {
    return (code & CONTEXT_START) != 0;
  }
}
