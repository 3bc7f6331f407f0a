package dev.inputmethod.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Quotes and corrects user input in messages. */
public final class Texts {
  private static final int LONGEST_QUOTE = 60;

  private Texts() {}

  /** Returns a text in quotes, on one line, and truncated if it is long. */
  public static String quoted(String text) {
    boolean fits = text.codePointCount(0, text.length()) <= LONGEST_QUOTE;
    String start = fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + '…';
    return "'" + Invisible.shown(start) + "'";
  }

  /**
   * Returns {@code "; did you mean 'gru'? (rnn, lstm, gru)"}, or {@code "; allowed: rnn, lstm,
   * gru"} if no valid name is similar.
   */
  public static String guess(String found, List<String> valid) {
    String allowed = String.join(", ", valid);
    return nearest(found, valid)
        .map(name -> "; did you mean '" + name + "'? (" + allowed + ")")
        .orElse("; allowed: " + allowed);
  }

  /** Returns the valid name with the smallest edit distance, if that is small for its length. */
  public static Optional<String> nearest(String found, Collection<String> valid) {
    String written = found.toLowerCase(Locale.ROOT);
    Optional<String> best = Optional.empty();
    int least = Integer.MAX_VALUE;
    for (String name : valid) {
      int limit = Math.max(1, name.length() / 3);
      if (Math.abs(name.length() - written.length()) > limit) {
        continue;
      }
      int distance = distance(written, name.toLowerCase(Locale.ROOT));
      if (distance <= limit && distance < least) {
        least = distance;
        best = Optional.of(name);
      }
    }
    return best;
  }

  /**
   * Counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
   */
  private static int distance(String left, String right) {
    int[][] cost = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && left.charAt(i - 1) == right.charAt(j - 2)
                && left.charAt(i - 2) == right.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
      }
    }
    return cost[left.length()][right.length()];
  }
}
