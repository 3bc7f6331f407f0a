package dev.inputmethod.reports.chart;

import java.util.Locale;

/**
 * Rewrites an absolute path with relative steps, which are half as long; rounding never adds up.
 */
final class RelativePath {
  private final String absolute;
  private final StringBuilder out = new StringBuilder();
  private int position;
  private long x;
  private long y;
  private boolean lone;

  RelativePath(String absolute) {
    this.absolute = absolute;
  }

  /** The path rewritten, or as it was if it has other commands than M, L and Z. */
  String write() {
    for (int i = 0; i < absolute.length(); i++) {
      char c = absolute.charAt(i);
      if (Character.isLetter(c) && c != 'M' && c != 'L' && c != 'Z') {
        return absolute;
      }
    }
    while (position < absolute.length()) {
      char command = absolute.charAt(position++);
      if (command == 'Z') {
        lone = false;
        out.append('z');
      } else if (command == 'M' || command == 'L') {
        step(command, tenths(), tenths());
      }
    }
    closeLonePoint();
    return out.toString();
  }

  /** A point between two gaps would be invisible; closed, it is drawn as a dot. */
  private void closeLonePoint() {
    if (lone) {
      out.append('z');
      lone = false;
    }
  }

  private void step(char command, long toX, long toY) {
    if (command == 'M') {
      closeLonePoint();
      lone = true;
      out.append('M');
      number(toX, false);
      number(toY, true);
    } else if (toX != x || toY != y) {
      lone = false;
      out.append('l');
      number(toX - x, false);
      number(toY - y, true);
    }
    x = toX;
    y = toY;
  }

  private long tenths() {
    while (absolute.charAt(position) == ' ' || absolute.charAt(position) == ',') {
      position++;
    }
    int start = position;
    while (position < absolute.length()
        && "+-.0123456789eE".indexOf(absolute.charAt(position)) >= 0) {
      position++;
    }
    return Math.round(Double.parseDouble(absolute.substring(start, position)) * 10);
  }

  private void number(long tenths, boolean separate) {
    if (separate && tenths >= 0) {
      out.append(' ');
    }
    if (tenths % 10 == 0) {
      out.append(tenths / 10);
    } else {
      out.append(tenths < 0 ? "-" : "");
      out.append(String.format(Locale.ROOT, "%d.%d", Math.abs(tenths) / 10, Math.abs(tenths) % 10));
    }
  }
}
