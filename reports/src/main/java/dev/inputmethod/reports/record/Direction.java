package dev.inputmethod.reports.record;

import java.util.Locale;

/** Which way a part of a layer reads the context. */
public enum Direction {
  /** From the first word to the last. */
  FORWARD,
  /** From the last word to the first. */
  BACKWARD;

  /** As it is written in files: {@code forward} or {@code backward}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Direction read(Fields fields) {
    String word = fields.text("direction");
    for (Direction direction : values()) {
      if (direction.word().equals(word)) {
        return direction;
      }
    }
    throw fields.damaged("'direction' should be forward or backward but is '" + word + "'");
  }
}
