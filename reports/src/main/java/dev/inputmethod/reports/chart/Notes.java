package dev.inputmethod.reports.chart;

import java.awt.Graphics2D;
import org.jfree.chart.ChartHints;

/** Writes short texts where they belong within the plot. */
final class Notes {
  private Notes() {}

  static void draw(Graphics2D g2, Chart chart, Frame frame) {
    g2.setFont(new PortableFont(PortableFont.SIZE));
    for (Chart.Note note : chart.notes()) {
      g2.setRenderingHint(ChartHints.KEY_BEGIN_ELEMENT, note.classes() + " text");
      g2.setPaint(Ink.SERIES.paint());
      float x = (float) frame.pixelX(chart.x(), note.x()) + 5;
      float y = (float) frame.pixelY(chart.y(), note.y()) - 4;
      g2.drawString(note.text(), x, y);
      g2.setRenderingHint(ChartHints.KEY_END_ELEMENT, true);
    }
  }
}
