package dev.inputmethod.reports.chart;

import java.awt.Graphics2D;
import org.jfree.chart.ChartHints;

/**
 * Writes the titles of the axes; that of the vertical axis stands level above it, so that nobody
 * needs to tilt their head.
 */
final class AxisTitles {
  private AxisTitles() {}

  static void draw(Graphics2D g2, Chart chart, Frame frame) {
    g2.setFont(new PortableFont(PortableFont.SIZE));
    text(g2, "yt", chart.y().label(), 0, (float) frame.top() - 12);
    text(g2, "xt", chart.x().label(), (float) frame.plot().getMaxX(), chart.height() - 5f);
  }

  private static void text(Graphics2D g2, String classes, String text, float x, float y) {
    g2.setRenderingHint(ChartHints.KEY_BEGIN_ELEMENT, classes);
    g2.setPaint(Ink.SERIES.paint());
    g2.drawString(text, x, y);
    g2.setRenderingHint(ChartHints.KEY_END_ELEMENT, true);
  }
}
