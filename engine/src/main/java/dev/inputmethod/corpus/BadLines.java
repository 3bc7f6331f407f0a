package dev.inputmethod.corpus;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Invisible;
import dev.inputmethod.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects malformed lines, up to as many as a user would look at. */
final class BadLines {
  private static final int SHOWN_LINES = 20;
  private static final int SHOWN_CHARACTERS = 80;

  private final List<Problem> problems = new ArrayList<>();
  private final BadLineRemedy remedy;
  private long count;

  BadLines(BadLineRemedy remedy) {
    this.remedy = remedy;
  }

  /**
   * @param line the line's bytes, of which the first {@code length} are valid
   */
  void add(String file, long number, byte[] line, int length, BadLineException mistake) {
    count++;
    if (problems.size() < SHOWN_LINES) {
      // A character has at most four bytes; the rest would not be shown.
      String text =
          new String(line, 0, Math.min(length, 4 * SHOWN_CHARACTERS + 4), StandardCharsets.UTF_8);
      String message =
          String.format(
              Locale.ROOT, "%s; found: %s", Invisible.shown(mistake.getMessage()), shorten(text));
      problems.add(
          mistake.column() > 0
              ? Problem.at(
                  file, (int) Math.min(number, Integer.MAX_VALUE), mistake.column(), message)
              : Problem.at(file, number, message));
    }
  }

  long count() {
    return count;
  }

  /** Returns an exception with all of them, and at the end what the user can do. */
  InvalidInputException exception() {
    List<Problem> all = new ArrayList<>(problems);
    String more =
        count > problems.size()
            ? String.format(Locale.ROOT, "and %d more malformed lines; ", count - problems.size())
            : "";
    all.add(new Problem(remedy.where(), more + remedy.remedy()));
    return new InvalidInputException(all);
  }

  private static String shorten(String text) {
    if (text.length() <= SHOWN_CHARACTERS) {
      return Invisible.shown(text);
    }
    int end =
        Character.isHighSurrogate(text.charAt(SHOWN_CHARACTERS - 1))
            ? SHOWN_CHARACTERS - 1
            : SHOWN_CHARACTERS;
    return Invisible.shown(text.substring(0, end)) + "…";
  }
}
