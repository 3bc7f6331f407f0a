package dev.inputmethod.reports.chart;

import java.awt.geom.Rectangle2D;

/**
 * The margins around the plot of a picture, in pixels. All pictures of a form and size have the
 * same, except that full ones leave room for the texts at the ends of their lines.
 */
record Frame(Rectangle2D plot, double left, double top, double right, double bottom) {
  /** Beside lines with texts at their ends; more for longer ones, up to a limit. */
  private static final int LABEL_ROOM = 150;

  private static final int MOST_LABEL_ROOM = 210;
  private static final double CHARACTER = 6.2;
  private static final int NUMBER_ROOM = 38;

  static Frame of(Chart chart) {
    int longest =
        chart.lines().stream()
            .flatMap(line -> line.end().stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
    boolean ends = longest > 0;
    double labels = Math.min(MOST_LABEL_ROOM, Math.max(LABEL_ROOM, 16 + CHARACTER * longest));
    return switch (chart.form()) {
      case FULL -> of(chart, 46, 24, ends ? labels : 20, 40);
      case SMALL -> of(chart, 40, 22, NUMBER_ROOM, 36);
      case SPARK -> of(chart, 2, 4, 4, 4);
    };
  }

  private static Frame of(Chart chart, double left, double top, double right, double bottom) {
    Rectangle2D plot =
        new Rectangle2D.Double(
            left, top, chart.width() - left - right, chart.height() - top - bottom);
    return new Frame(plot, left, top, right, bottom);
  }

  double pixelX(Axis axis, double value) {
    double share =
        (axis.scaled(axis.clamp(value)) - axis.scaled(axis.lower()))
            / (axis.scaled(axis.upper()) - axis.scaled(axis.lower()));
    return plot.getMinX() + share * plot.getWidth();
  }

  double pixelY(Axis axis, double value) {
    double share =
        (axis.scaled(axis.clamp(value)) - axis.scaled(axis.lower()))
            / (axis.scaled(axis.upper()) - axis.scaled(axis.lower()));
    return plot.getMaxY() - share * plot.getHeight();
  }
}
