package dev.inputmethod.problem;

import java.util.Locale;

/** Finds characters that change how a line is shown without being seen themselves. */
public final class Invisible {
  private Invisible() {}

  /** Whether a character is a control, line separator, format character or unpaired surrogate. */
  public static boolean is(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Replaces such characters by their numbers, so that no text from a file controls a terminal. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (is(point)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }
}
