package dev.inputmethod.reports.chart;

import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Writes an element as compact XML: no declaration, no namespace prefixes, paths in relative tenths
 * of a pixel.
 */
final class SvgText {
  private final StringBuilder out = new StringBuilder(4096);

  String write(Element root) {
    element(root);
    return out.toString();
  }

  private void element(Element element) {
    out.append('<').append(element.getTagName());
    if (element.getParentNode() instanceof org.w3c.dom.Document) {
      out.append(" xmlns=\"http://www.w3.org/2000/svg\"");
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      String name = attribute.getNodeName();
      if (!name.startsWith("xmlns")) {
        out.append(' ').append(name).append("=\"");
        escape(
            name.equals("d")
                ? new RelativePath(attribute.getNodeValue()).write()
                : attribute.getNodeValue());
        out.append('"');
      }
    }
    if (!element.hasChildNodes()) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        element(inner);
      } else {
        escape(child.getNodeValue());
      }
    }
    out.append("</").append(element.getTagName()).append('>');
  }

  private void escape(String text) {
    text.codePoints().forEach(this::escape);
  }

  private void escape(int character) {
    switch (character) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> {
        boolean allowed =
            character == '\t'
                || character == '\n'
                || (character >= ' ' && !isNoCharacter(character));
        out.appendCodePoint(allowed ? character : 0xFFFD);
      }
    }
  }

  /** What XML 1.0 does not allow: lone surrogates and two non-characters. */
  private static boolean isNoCharacter(int character) {
    return (character >= 0xD800 && character <= 0xDFFF)
        || character == 0xFFFE
        || character == 0xFFFF;
  }
}
