package dev.inputmethod.reports.chart;

import java.util.Optional;

/**
 * One line of a picture.
 *
 * @param classes what the style sheet paints it by, such as {@code c3 validation}
 * @param label what it shows; not trusted
 * @param points in the order they are joined
 * @param band its spread, if that is known
 * @param end a short text beside its right end, if it has one
 */
public record Line(
    String classes, String label, Points points, Optional<Band> band, Optional<String> end) {

  /** A line alone. */
  public static Line of(String classes, String label, Points points) {
    return new Line(classes, label, points, Optional.empty(), Optional.empty());
  }

  /** The same line with its spread. */
  public Line with(Band spread) {
    return new Line(classes, label, points, Optional.of(spread), end);
  }

  /** The same line with a text at its end. */
  public Line endingIn(String text) {
    return new Line(classes, label, points, band, Optional.of(text));
  }

  /** How far a line spreads: a lower and an upper edge. */
  public record Band(Points low, Points high) {}
}
