package dev.inputmethod.corpus;

import dev.inputmethod.problem.Invisible;

/** What a character is to us, where {@link Character} alone does not say it. */
final class Characters {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int FIRST_TAG = 0xE0020;
  private static final int LAST_TAG = 0xE007F;

  private Characters() {}

  /** Whether words end here: white space, and what has no place in a word or a line of text. */
  static boolean isGap(int codePoint) {
    // Kana and ideographs, most of what comes here, are none.
    if (codePoint >= 0x3041 && codePoint <= 0x9FFF) {
      return false;
    }
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || (Invisible.is(codePoint) && !isPartOfWord(codePoint));
  }

  /** Joiners and tags make up emoji and Indic words. */
  private static boolean isPartOfWord(int codePoint) {
    return codePoint == ZERO_WIDTH_JOINER
        || codePoint == ZERO_WIDTH_NON_JOINER
        || (codePoint >= FIRST_TAG && codePoint <= LAST_TAG);
  }
}
