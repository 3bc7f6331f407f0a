package dev.inputmethod.reports.chart;

import java.awt.Color;

/** The classes that the style sheet paints; while drawing, a colour of its own stands for each. */
enum Ink {
  AXIS("ax", 1),
  GRID("gr", 2),
  TEXT("tx", 3),
  FLOOR("fl", 4),
  /** Has no class of its own; its group has. */
  SERIES("", 5);

  private final String cssClass;
  private final Color paint;

  Ink(String cssClass, int paint) {
    this.cssClass = cssClass;
    this.paint = new Color(paint);
  }

  Color paint() {
    return paint;
  }

  /** What is drawn with this colour; series if it is none of ours. */
  static Ink of(Color paint) {
    for (Ink ink : values()) {
      if (ink.paint.equals(paint)) {
        return ink;
      }
    }
    return SERIES;
  }

  String cssClass() {
    return cssClass;
  }
}
