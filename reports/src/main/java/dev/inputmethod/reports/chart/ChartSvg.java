package dev.inputmethod.reports.chart;

import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Draws a {@link Chart} as an SVG element to be put into a page. */
public final class ChartSvg {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private ChartSvg() {}

  /**
   * The picture as text: well-formed XML, the same for the same chart on every machine.
   *
   * @throws IllegalStateException if this Java cannot draw at all; the message says what to install
   */
  public static String draw(Chart chart) {
    if (System.getProperty("java.awt.headless") == null) {
      // Without this AWT looks for a display, or puts an icon into macOS's dock.
      System.setProperty("java.awt.headless", "true");
    }
    try {
      return new SvgText().write(svg(chart));
    } catch (LinkageError | InternalError | AWTError missing) {
      throw new IllegalStateException(
          "this Java cannot draw charts ("
              + missing
              + "): its AWT libraries need FreeType and fontconfig; install them (Debian, Ubuntu:"
              + " apt-get install libfreetype6 fontconfig; Alpine: apk add freetype fontconfig;"
              + " Fedora: dnf install freetype fontconfig) or use a full JDK",
          missing);
    }
  }

  private static Element svg(Chart chart) {
    Document document = document();
    ClassedSvg g2 = new ClassedSvg(document);
    g2.setFont(new PortableFont(PortableFont.SIZE));
    Frame frame = Frame.of(chart);
    g2.plotArea(frame.plot());
    ChartRenderingInfo info = new ChartRenderingInfo();
    jfreechart(chart, frame)
        .draw(g2, new Rectangle2D.Double(0, 0, chart.width(), chart.height()), info);
    if (chart.form() != Chart.Form.SPARK) {
      AxisTitles.draw(g2, chart, frame);
    }
    EndTexts.draw(g2, chart, frame);
    Notes.draw(g2, chart, frame);
    Element svg = document.getDocumentElement();
    describe(svg, chart, frame);
    svg.appendChild(g2.drawing());
    return svg;
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("the JDK has no XML document builder", impossible);
    }
  }

  private static JFreeChart jfreechart(Chart chart, Frame frame) {
    boolean bare = chart.form() == Chart.Form.SPARK;
    NumberAxis x = axis(chart.x(), bare, (int) Math.max(3, frame.plot().getWidth() / 70));
    NumberAxis y = axis(chart.y(), bare, (int) Math.max(3, frame.plot().getHeight() / 36));
    XYPlot plot = new XYPlot(null, x, y, null);
    plot.setInsets(new RectangleInsets(frame.top(), 0, 0, frame.right()));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    AxisSpace left = new AxisSpace();
    left.setLeft(frame.left());
    plot.setFixedRangeAxisSpace(left);
    AxisSpace bottom = new AxisSpace();
    bottom.setBottom(frame.bottom());
    plot.setFixedDomainAxisSpace(bottom);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setDomainZeroBaselineVisible(false);
    plot.setRangeGridlinesVisible(!bare);
    plot.setRangeGridlinePaint(Ink.GRID.paint());
    plot.setRangeGridlineStroke(new BasicStroke(1));
    if (chart.y().log()) {
      plot.addRangeMarker(
          new ValueMarker(Math.log10(chart.y().lower()), Ink.FLOOR.paint(), new BasicStroke(1)));
    }
    Lines.addTo(plot, chart);
    JFreeChart drawn = new JFreeChart(null, new PortableFont(PortableFont.SIZE), plot, false);
    drawn.setBackgroundPaint(null);
    drawn.setPadding(RectangleInsets.ZERO_INSETS);
    return drawn;
  }

  private static NumberAxis axis(Axis axis, boolean bare, int ticks) {
    NumberAxis drawn = new NumberAxis();
    drawn.setRange(axis.scaled(axis.lower()), axis.scaled(axis.upper()));
    drawn.setTickUnit(Ticks.of(axis, ticks), false, true);
    drawn.setTickLabelFont(new PortableFont(PortableFont.SIZE));
    drawn.setTickLabelPaint(Ink.TEXT.paint());
    drawn.setTickMarkPaint(Ink.AXIS.paint());
    drawn.setAxisLinePaint(Ink.AXIS.paint());
    drawn.setMinorTickMarksVisible(false);
    drawn.setVisible(!bare);
    return drawn;
  }

  /**
   * Adds a title and a description for screen readers, and axes and plot area for the script that
   * shows values under the pointer.
   */
  private static void describe(Element svg, Chart chart, Frame frame) {
    svg.setAttribute("viewBox", "0 0 " + chart.width() + " " + chart.height());
    svg.setAttribute("width", Integer.toString(chart.width()));
    svg.setAttribute("height", Integer.toString(chart.height()));
    svg.setAttribute("role", "img");
    svg.setAttribute("id", chart.id());
    svg.setAttribute("class", chart.form().name().toLowerCase(Locale.ROOT));
    svg.setAttribute("aria-labelledby", chart.id() + "-title " + chart.id() + "-desc");
    Rectangle2D plot = frame.plot();
    svg.setAttribute(
        "data-plot",
        String.format(
            Locale.ROOT,
            "%s %s %s %s",
            number(plot.getMinX()),
            number(plot.getMinY()),
            number(plot.getWidth()),
            number(plot.getHeight())));
    axisData(svg, "x", chart.x());
    axisData(svg, "y", chart.y());
    text(svg, "title", chart.id() + "-title", chart.title());
    text(svg, "desc", chart.id() + "-desc", chart.description());
  }

  private static void axisData(Element svg, String name, Axis axis) {
    svg.setAttribute(
        "data-" + name, axis.lower() + " " + axis.upper() + " " + (axis.log() ? "log" : "linear"));
    svg.setAttribute("data-" + name + "-label", axis.label());
  }

  private static void text(Element svg, String tag, String id, String content) {
    Element element = svg.getOwnerDocument().createElementNS(SVG, tag);
    element.setAttribute("id", id);
    element.appendChild(svg.getOwnerDocument().createTextNode(content));
    svg.appendChild(element);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
