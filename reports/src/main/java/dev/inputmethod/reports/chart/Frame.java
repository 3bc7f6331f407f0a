package dev.inputmethod.reports.chart;

import java.awt.geom.Rectangle2D;

/**
 * What stands around the plot of a picture, in pixels: the same for all pictures of a form and
 * size.
 */
record Frame(Rectangle2D plot, double left, double top, double right, double bottom) {
  private static final int LABEL_ROOM = 150;

  static Frame of(Chart chart) {
    boolean ends = chart.lines().stream().anyMatch(line -> line.end().isPresent());
    return switch (chart.form()) {
      case FULL -> of(chart, 46, 24, ends ? LABEL_ROOM : 20, 40);
      case SMALL -> of(chart, 40, 22, 18, 36);
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
