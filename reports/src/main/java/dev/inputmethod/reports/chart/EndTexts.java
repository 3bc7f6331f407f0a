package dev.inputmethod.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.ChartHints;

/**
 * Writes texts beside the ends of lines, moved apart where they would overlap, or none if they do
 * not all fit. The stroke from an end to its text is always short: a long one would look like a
 * part of the line.
 */
final class EndTexts {
  private static final double LEAST_GAP = 14;

  private EndTexts() {}

  static void draw(Graphics2D g2, Chart chart, Frame frame) {
    List<Placed> texts = new ArrayList<>();
    for (Line line : chart.lines()) {
      int last = line.points().size() - 1;
      // A line that ends in NaN or an infinity has no visible end to be named at.
      if (line.end().isPresent() && last >= 0 && Double.isFinite(line.points().y(last))) {
        double y = frame.pixelY(chart.y(), line.points().y(last));
        texts.add(
            new Placed(
                line.classes(),
                line.end().get(),
                frame.pixelX(chart.x(), line.points().x(last)),
                y,
                y));
      }
    }
    if (texts.size() * LEAST_GAP > frame.plot().getHeight()) {
      return;
    }
    for (Placed text : apart(texts, frame.plot().getMinY(), frame.plot().getMaxY())) {
      g2.setRenderingHint(ChartHints.KEY_BEGIN_ELEMENT, text.classes + " end");
      g2.setPaint(Ink.SERIES.paint());
      g2.draw(new Line2D.Double(text.x + 2, text.lineY, text.x + 10, text.y));
      g2.drawString(text.text, (float) text.x + 13, (float) text.y + 4);
      g2.setRenderingHint(ChartHints.KEY_END_ELEMENT, true);
    }
  }

  private static List<Placed> apart(List<Placed> texts, double top, double bottom) {
    List<Placed> sorted = new ArrayList<>(texts);
    sorted.sort(Comparator.comparingDouble(Placed::lineY));
    double free = top;
    for (int i = 0; i < sorted.size(); i++) {
      sorted.set(i, sorted.get(i).at(Math.max(free, sorted.get(i).y)));
      free = sorted.get(i).y + LEAST_GAP;
    }
    double limit = bottom;
    for (int i = sorted.size() - 1; i >= 0; i--) {
      sorted.set(i, sorted.get(i).at(Math.min(limit, sorted.get(i).y)));
      limit = sorted.get(i).y - LEAST_GAP;
    }
    return sorted;
  }

  private record Placed(String classes, String text, double x, double lineY, double y) {
    Placed at(double newY) {
      return new Placed(classes, text, x, lineY, newY);
    }
  }
}
