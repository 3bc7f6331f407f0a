package dev.inputmethod.reports.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.ChartHints;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Draws elements that have a class and no style. What is drawn between {@link
 * ChartHints#KEY_BEGIN_ELEMENT} and {@link ChartHints#KEY_END_ELEMENT} becomes a group whose class
 * is the hint's text.
 */
final class ClassedSvg extends SVGGraphics2D {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private final Deque<Element> groups = new ArrayDeque<>();
  private Optional<Rectangle2D> plotArea = Optional.empty();

  ClassedSvg(Document document) {
    super(context(document), false);
    groups.push(document.createElementNS(SVG, "g"));
    setDOMGroupManager(
        new DOMGroupManager(gc, domTreeManager) {
          @Override
          public void addElement(Element element, short method) {
            add(element, method == DOMGroupManager.DRAW);
          }
        });
  }

  private static SVGGeneratorContext context(Document document) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setPrecision(1);
    SVGGeneratorContext.GraphicContextDefaults defaults =
        new SVGGeneratorContext.GraphicContextDefaults();
    defaults.setFont(new PortableFont(PortableFont.SIZE));
    context.setGraphicContextDefaults(defaults);
    return context;
  }

  /** What was drawn. */
  Element drawing() {
    return groups.getLast();
  }

  /**
   * Lets texts left of and below this area be anchored where they belong, whatever the reader's
   * font is.
   */
  void plotArea(Rectangle2D area) {
    plotArea = Optional.of(area);
  }

  private void add(Element element, boolean outline) {
    boolean text = element.getTagName().equals("text");
    if (text) {
      anchor(element);
    }
    Color color = (Color) getPaint();
    Ink ink = Ink.of(color);
    if (ink != Ink.SERIES) {
      element.setAttribute("class", ink.cssClass());
    } else if (!outline && !text) {
      element.setAttribute("class", "area");
    }
    groups.peek().appendChild(element);
  }

  /**
   * Anchors a text at its right end or its middle, where it belongs to an axis: JFreeChart places
   * it by its left end, from an estimate of its width.
   */
  private void anchor(Element text) {
    text.removeAttributeNS("http://www.w3.org/XML/1998/namespace", "space");
    if (plotArea.isEmpty() || getPaint().equals(Ink.SERIES.paint())) {
      return;
    }
    Rectangle2D area = plotArea.get();
    double x = Double.parseDouble(text.getAttribute("x"));
    double y = Double.parseDouble(text.getAttribute("y"));
    double width = getFontMetrics().stringWidth(text.getTextContent());
    if (x + width < area.getMinX() - 2) {
      text.setAttribute("x", generatorCtx.doubleString(x + width));
      text.setAttribute("text-anchor", "end");
    } else if (y > area.getMaxY() + 2) {
      text.setAttribute("x", generatorCtx.doubleString(x + width / 2));
      text.setAttribute("text-anchor", "middle");
    }
  }

  @Override
  public void setRenderingHint(RenderingHints.Key key, Object value) {
    if (key.equals(ChartHints.KEY_BEGIN_ELEMENT)) {
      Element group = getDOMFactory().createElementNS(SVG, "g");
      group.setAttribute("class", String.valueOf(value));
      groups.push(group);
    } else if (key.equals(ChartHints.KEY_END_ELEMENT)) {
      Element group = groups.pop();
      if (group.hasChildNodes()) {
        groups.peek().appendChild(group);
      }
    } else {
      super.setRenderingHint(key, value);
    }
  }

  @Override
  public FontMetrics getFontMetrics(Font font) {
    return (font instanceof PortableFont portable ? portable : new PortableFont(font.getSize()))
        .metrics();
  }

  /** Lines are cut to the axes before they are drawn; clip paths would need an id each. */
  @Override
  public void clip(Shape shape) {}

  @Override
  public void setClip(Shape shape) {}
}
