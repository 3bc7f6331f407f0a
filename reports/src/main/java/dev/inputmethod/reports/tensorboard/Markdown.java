package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.record.Verdict;
import java.util.Map;

/** Writes texts as Markdown, so that nothing in them is taken for markup. */
final class Markdown {
  private static final String HARMLESS = " .,-/";

  private Markdown() {}

  /** A table of two columns, the entries in the map's order. */
  static String table(String left, String right, Map<String, String> rows) {
    StringBuilder table = new StringBuilder();
    appendRow(escape(left), escape(right), table);
    appendRow("---", "---", table);
    rows.forEach((key, value) -> appendRow(escape(key), escape(value), table));
    return table.toString();
  }

  /**
   * The verdict with its reason and its advice.
   *
   * @param words the verdict's own, or a configuration's with counts
   */
  static String verdict(String words, Verdict verdict) {
    return "**" + escape(words) + "** " + escape(verdict.reason()) + " " + escape(verdict.advice());
  }

  private static void appendRow(String left, String right, StringBuilder into) {
    into.append("| ").append(left).append(" | ").append(right).append(" |\n");
  }

  /**
   * Replaces every ASCII character that has a meaning in Markdown or HTML by a numeric entity:
   * dialects differ in what a backslash escapes, but not in this.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                escaped.append(' ');
              } else if (c > 127 || Character.isLetterOrDigit(c) || HARMLESS.indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append("&#").append(c).append(';');
              }
            });
    return escaped.toString();
  }
}
