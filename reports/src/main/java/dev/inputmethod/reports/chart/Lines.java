package dev.inputmethod.reports.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.ChartHints;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.annotations.XYPolygonAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Hands a picture's lines, bands and marks to JFreeChart so that each becomes a group with its
 * classes.
 */
final class Lines {
  private static final double MARK_RADIUS = 3.2;

  private Lines() {}

  /** Adds bands below, lines above them, marks on top. */
  static void addTo(XYPlot plot, Chart chart) {
    XYSeriesCollection lines = new XYSeriesCollection();
    for (Line line : chart.lines()) {
      lines.addSeries(series(lines.getSeriesCount(), line.points(), chart.x(), chart.y()));
    }
    Announcing ways = new Announcing(true, chart.lines().stream().map(Line::classes).toList());
    for (Line line : chart.lines()) {
      line.band().ifPresent(band -> addBand(ways, line.classes(), band, chart.x(), chart.y()));
    }
    for (Chart.Area area : chart.areas()) {
      ways.addAnnotation(new AreaAnnotation(area, chart), Layer.BACKGROUND);
    }
    XYSeriesCollection marks = new XYSeriesCollection();
    for (Chart.Mark mark : chart.marks()) {
      Points point = new Points(new double[] {mark.x()}, new double[] {mark.y()});
      marks.addSeries(series(marks.getSeriesCount(), point, chart.x(), chart.y()));
    }
    List<String> markClasses =
        chart.marks().stream().map(mark -> mark.classes() + " mark").toList();
    // JFreeChart's own order is the reverse.
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setDataset(0, lines);
    plot.setRenderer(0, ways);
    plot.setDataset(1, marks);
    plot.setRenderer(1, new Announcing(false, markClasses));
  }

  private static XYSeries series(int key, Points points, Axis x, Axis y) {
    XYSeries series = new XYSeries(key, false, true);
    for (int i = 0; i < points.size(); i++) {
      series.add(x.scaled(x.clamp(points.x(i))), y.scaled(y.clamp(points.y(i))), false);
    }
    return series;
  }

  private static void addBand(Announcing renderer, String classes, Line.Band band, Axis x, Axis y) {
    List<Double> around = new ArrayList<>();
    addEdge(around, band.low(), false, x, y);
    addEdge(around, band.high(), true, x, y);
    if (around.size() >= 6) {
      double[] corners = around.stream().mapToDouble(Double::doubleValue).toArray();
      renderer.addAnnotation(new BandAnnotation(corners, classes + " band"), Layer.BACKGROUND);
    }
  }

  private static void addEdge(List<Double> around, Points edge, boolean backwards, Axis x, Axis y) {
    for (int i = 0; i < edge.size(); i++) {
      int index = backwards ? edge.size() - 1 - i : i;
      if (Double.isFinite(edge.y(index))) {
        around.add(x.scaled(x.clamp(edge.x(index))));
        around.add(y.scaled(y.clamp(edge.y(index))));
      }
    }
  }

  private static void announced(Graphics2D g2, String classes, Runnable drawing) {
    g2.setRenderingHint(ChartHints.KEY_BEGIN_ELEMENT, classes);
    drawing.run();
    g2.setRenderingHint(ChartHints.KEY_END_ELEMENT, true);
  }

  /** Draws each series as one path, or each of its points as a dot. */
  private static final class Announcing extends XYLineAndShapeRenderer {
    private static final long serialVersionUID = 1L;
    private final transient List<String> classes;

    Announcing(boolean lines, List<String> classes) {
      super(lines, !lines);
      this.classes = classes;
      setDrawSeriesLineAsPath(lines);
      setDefaultShape(
          new Ellipse2D.Double(-MARK_RADIUS, -MARK_RADIUS, 2 * MARK_RADIUS, 2 * MARK_RADIUS));
      setAutoPopulateSeriesShape(false);
      setAutoPopulateSeriesPaint(false);
      setDefaultPaint(Ink.SERIES.paint());
      setDrawOutlines(false);
    }

    @Override
    protected void drawFirstPassShape(Graphics2D g2, int pass, int series, int item, Shape shape) {
      announced(
          g2, classes.get(series), () -> super.drawFirstPassShape(g2, pass, series, item, shape));
    }

    @Override
    public void drawItem(
        Graphics2D g2,
        XYItemRendererState state,
        Rectangle2D area,
        PlotRenderingInfo info,
        XYPlot plot,
        ValueAxis x,
        ValueAxis y,
        XYDataset dataset,
        int series,
        int item,
        CrosshairState crosshair,
        int pass) {
      Runnable drawing =
          () ->
              super.drawItem(
                  g2, state, area, info, plot, x, y, dataset, series, item, crosshair, pass);
      if (getDrawSeriesLineAsPath()) {
        drawing.run();
      } else {
        announced(g2, classes.get(series), drawing);
      }
    }
  }

  private static final class BandAnnotation extends XYPolygonAnnotation {
    private static final long serialVersionUID = 1L;
    private final String classes;

    BandAnnotation(double[] around, String classes) {
      super(around, null, null, Ink.SERIES.paint());
      this.classes = classes;
    }

    @Override
    public void draw(
        Graphics2D g2,
        XYPlot plot,
        Rectangle2D area,
        ValueAxis x,
        ValueAxis y,
        int rendererIndex,
        PlotRenderingInfo info) {
      announced(g2, classes, () -> super.draw(g2, plot, area, x, y, rendererIndex, info));
    }
  }

  /** All boxes of an area as one path, which weighs less than an element for each. */
  private static final class AreaAnnotation extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1L;
    private final transient Chart.Area boxes;
    private final transient Chart chart;

    AreaAnnotation(Chart.Area boxes, Chart chart) {
      this.boxes = boxes;
      this.chart = chart;
    }

    @Override
    public void draw(
        Graphics2D g2,
        XYPlot plot,
        Rectangle2D area,
        ValueAxis x,
        ValueAxis y,
        int rendererIndex,
        PlotRenderingInfo info) {
      Frame frame = Frame.of(chart);
      Path2D path = new Path2D.Double();
      for (Chart.Box box : boxes.boxes()) {
        double left = frame.pixelX(chart.x(), box.left());
        double right = frame.pixelX(chart.x(), box.right());
        double bottom = frame.pixelY(chart.y(), box.bottom());
        double top = frame.pixelY(chart.y(), box.top());
        path.moveTo(left, bottom);
        path.lineTo(right, bottom);
        path.lineTo(right, top);
        path.lineTo(left, top);
        path.closePath();
      }
      g2.setPaint(Ink.SERIES.paint());
      announced(g2, boxes.classes(), () -> g2.fill(path));
    }
  }
}
