package dev.inputmethod.corpus;

import dev.inputmethod.problem.Invisible;

/** Classifies characters where {@link Character} does not suffice. */
final class Characters {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int FIRST_TAG = 0xE0020;
  private static final int LAST_TAG = 0xE007F;

  private Characters() {}

  /**
   * Whether a character separates words: white space, and characters that belong in neither words
   * nor lines of text.
   */
  static boolean isGap(int codePoint) {
    // A shortcut for kana and ideographs, the most frequent characters.
    if (codePoint >= 0x3041 && codePoint <= 0x9FFF) {
      return false;
    }
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || (Invisible.is(codePoint) && !isPartOfWord(codePoint));
  }

  /** Joiners and tags are parts of emoji and of Indic words. */
  private static boolean isPartOfWord(int codePoint) {
    return codePoint == ZERO_WIDTH_JOINER
        || codePoint == ZERO_WIDTH_NON_JOINER
        || (codePoint >= FIRST_TAG && codePoint <= LAST_TAG);
  }
}
