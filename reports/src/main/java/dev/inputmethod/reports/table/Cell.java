package dev.inputmethod.reports.table;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One cell of a CSV file.
 *
 * @param csv quoted where RFC 4180 wants it
 */
record Cell(String csv) {
  static final Cell EMPTY = new Cell("");

  /** Characters that start a formula in a spreadsheet, in both widths. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

  static Cell of(JsonNode value) {
    if (value.isNull()) {
      return EMPTY;
    }
    return value.isNumber() || value.isBoolean() ? new Cell(plain(value)) : text(plain(value));
  }

  /**
   * A text, which may come from a file that somebody else wrote: one that starts like a formula
   * gets an apostrophe before it, so that opening the table runs nothing.
   */
  static Cell text(String text) {
    boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return new Cell(quoted(formula ? "'" + text : text));
  }

  private static String plain(JsonNode value) {
    if (value.isArray()) {
      List<String> elements = new ArrayList<>();
      value.forEach(element -> elements.add(plain(element)));
      return String.join(", ", elements);
    }
    // Shortest digits on every JDK, as in the JSON files.
    return value.isDouble() ? NumberOutput.toString(value.doubleValue(), true) : value.asText();
  }

  private static String quoted(String text) {
    boolean special = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
