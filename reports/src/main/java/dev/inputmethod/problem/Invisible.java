package dev.inputmethod.problem;

import java.util.Locale;

/** Characters that change how a line is shown without being seen. */
public final class Invisible {
  private Invisible() {}

  /** Whether a character is a control, a line end, a format or a lone surrogate. */
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

  /** The text with such characters as their numbers, so that no file can drive a terminal. */
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
