package dev.inputmethod.reports.chart;

import java.util.List;

/**
 * A picture to draw.
 *
 * @param id unique on its page
 * @param title what a screen reader calls it; not trusted
 * @param description what it shows, in a sentence or two; not trusted
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param form how much is drawn around the lines
 * @param lines the later over the earlier
 * @param marks single points over the lines
 */
public record Chart(
    String id,
    String title,
    String description,
    int width,
    int height,
    Form form,
    Axis x,
    Axis y,
    List<Line> lines,
    List<Mark> marks) {
  public Chart {
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
  }

  /** How much is drawn around the lines. */
  public enum Form {
    /** Axes, their labels, and room for texts at the lines' ends. */
    FULL,
    /** Axes and their labels. */
    SMALL,
    /** The lines alone, to stand in a table beside others like it. */
    SPARK
  }

  /** A dot on a line. */
  public record Mark(String classes, String label, double x, double y) {}
}
