package dev.inputmethod.reports.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.font.TextAttribute;
import java.text.AttributedCharacterIterator.Attribute;
import java.util.Map;

/**
 * A font whose metrics are estimates. AWT's own metrics need fontconfig and an installed font,
 * which a container may not have, and would make a picture depend on the machine that drew it. The
 * reader's browser chooses the real font.
 */
final class PortableFont extends Font {
  private static final long serialVersionUID = 1L;

  /** Of every text in a picture, in pixels. */
  static final int SIZE = 11;

  private static final double ASCENT = 0.8;
  private static final double DESCENT = 0.22;

  PortableFont(int size) {
    super(Font.SANS_SERIF, Font.PLAIN, size);
  }

  /**
   * About how wide a text is in a sans-serif: ideographs are square, digits a little over half
   * that.
   */
  static double width(String text, int size) {
    double ems = text.codePoints().mapToDouble(PortableFont::ems).sum();
    return ems * size;
  }

  private static double ems(int codePoint) {
    if (codePoint >= 0x2E80) {
      return 1;
    }
    if (codePoint == ' '
        || codePoint == '.'
        || codePoint == ','
        || codePoint == ':'
        || codePoint == '·') {
      return 0.29;
    }
    return Character.isUpperCase(codePoint) ? 0.68 : 0.555;
  }

  FontMetrics metrics() {
    return new Estimates(this);
  }

  @Override
  public String getFamily() {
    return Font.SANS_SERIF;
  }

  @Override
  public LineMetrics getLineMetrics(String text, FontRenderContext context) {
    return new Estimated(text.length(), getSize2D());
  }

  @Override
  public Font deriveFont(float size) {
    return new PortableFont(Math.round(size));
  }

  /** Batik asks for a copy of a common size. */
  @Override
  public Font deriveFont(Map<? extends Attribute, ?> attributes) {
    return attributes.get(TextAttribute.SIZE) instanceof Number size
        ? new PortableFont(size.intValue())
        : this;
  }

  private static final class Estimates extends FontMetrics {
    private static final long serialVersionUID = 1L;

    Estimates(Font font) {
      super(font);
    }

    @Override
    public int getAscent() {
      return (int) Math.round(ASCENT * font.getSize());
    }

    @Override
    public int getDescent() {
      return (int) Math.round(DESCENT * font.getSize());
    }

    @Override
    public int stringWidth(String text) {
      return (int) Math.ceil(width(text, font.getSize()));
    }

    @Override
    public int charWidth(char character) {
      return stringWidth(String.valueOf(character));
    }

    @Override
    public int charsWidth(char[] data, int offset, int length) {
      return stringWidth(new String(data, offset, length));
    }
  }

  private static final class Estimated extends LineMetrics {
    private final int characters;
    private final float size;

    Estimated(int characters, float size) {
      this.characters = characters;
      this.size = size;
    }

    @Override
    public int getNumChars() {
      return characters;
    }

    @Override
    public float getAscent() {
      return (float) ASCENT * size;
    }

    @Override
    public float getDescent() {
      return (float) DESCENT * size;
    }

    @Override
    public float getLeading() {
      return 0;
    }

    @Override
    public float getHeight() {
      return getAscent() + getDescent();
    }

    @Override
    public int getBaselineIndex() {
      return Font.ROMAN_BASELINE;
    }

    @Override
    public float[] getBaselineOffsets() {
      return new float[] {0, -getAscent() / 2, -getAscent()};
    }

    @Override
    public float getStrikethroughOffset() {
      return -getAscent() / 3;
    }

    @Override
    public float getStrikethroughThickness() {
      return size / 16;
    }

    @Override
    public float getUnderlineOffset() {
      return size / 10;
    }

    @Override
    public float getUnderlineThickness() {
      return size / 16;
    }
  }
}
