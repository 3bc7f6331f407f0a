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
 * @param areas filled boxes below the lines
 * @param notes short texts within the plot
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
    List<Mark> marks,
    List<Area> areas,
    List<Note> notes) {
  public Chart {
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
    areas = List.copyOf(areas);
    notes = List.copyOf(notes);
  }

  /** Of lines and marks alone. */
  public Chart(
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
    this(id, title, description, width, height, form, x, y, lines, marks, List.of(), List.of());
  }

  /** The same picture with these boxes below its lines. */
  public Chart over(List<Area> boxes) {
    return new Chart(id, title, description, width, height, form, x, y, lines, marks, boxes, notes);
  }

  /** The same picture with these texts within its plot. */
  public Chart noting(List<Note> texts) {
    return new Chart(id, title, description, width, height, form, x, y, lines, marks, areas, texts);
  }

  /** How much is drawn around the lines. */
  public enum Form {
    /** Axes, their labels, and room for texts at the lines' ends. */
    FULL,
    /** Axes, their labels, and room for numbers at the lines' ends. */
    SMALL,
    /** The lines alone, to stand in a table beside others like it. */
    SPARK
  }

  /** A dot on a line. */
  public record Mark(String classes, String label, double x, double y) {}

  /** Boxes that are filled alike. */
  public record Area(String classes, List<Box> boxes) {
    public Area {
      boxes = List.copyOf(boxes);
    }
  }

  /** A box by its edges, on the chart's axes; what lies beyond them is cut off. */
  public record Box(double left, double right, double bottom, double top) {}

  /** A text that begins a little right of a point and above it; not trusted. */
  public record Note(String classes, String text, double x, double y) {}
}
