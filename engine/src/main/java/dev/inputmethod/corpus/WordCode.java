package dev.inputmethod.corpus;

/**
 * How a word stands in an encoded file: its id in the lower 30 bits of an int, and what it is in
 * the upper two. So a word that can be no target is a negative number, and no second file says
 * where utterances begin.
 */
final class WordCode {
  /** The word can be no target: the first of its utterance, or a separator. */
  static final int NO_TARGET = 1 << 31;

  /** No context reaches back beyond this word. */
  static final int CONTEXT_START = 1 << 30;

  /** Of the id. */
  static final int ID = CONTEXT_START - 1;

  /** Stands for the separator while words are still numbered by appearance. */
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
