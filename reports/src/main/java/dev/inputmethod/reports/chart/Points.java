package dev.inputmethod.reports.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The points of a line in the order they are joined. A y that is NaN or infinite interrupts it. */
public final class Points {
  private final double[] x;
  private final double[] y;

  /**
   * @param x ascending
   * @param y as long as x
   */
  public Points(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x values, but " + y.length + " y values");
    }
    this.x = x.clone();
    this.y = y.clone();
  }

  /** No point at all. */
  public static Points none() {
    return new Points(new double[0], new double[0]);
  }

  public int size() {
    return x.length;
  }

  public double x(int index) {
    return x[index];
  }

  public double y(int index) {
    return y[index];
  }

  /** The y that are finite numbers, in the line's order. */
  public DoubleStream finite() {
    return Arrays.stream(y).filter(Double::isFinite);
  }

  /** Whether there is nothing to see. */
  public boolean isBlank() {
    return finite().findAny().isEmpty();
  }

  /**
   * As many points as a screen can tell apart: of each of {@code columns} equally wide strips the
   * lowest and the highest are kept, and the line's two ends, so no spike is lost and every gap
   * stays.
   */
  public Points thinned(int columns) {
    if (x.length <= 2 * columns) {
      return this;
    }
    double from = x[0];
    double width = (x[x.length - 1] - from) / columns;
    List<Integer> kept = new ArrayList<>();
    int start = 0;
    while (start < x.length) {
      int end = start + 1;
      double column = width > 0 ? Math.floor((x[start] - from) / width) : 0;
      while (end < x.length && width > 0 && Math.floor((x[end] - from) / width) == column) {
        end++;
      }
      keepOf(start, end, kept);
      start = end;
    }
    double[] keptX = new double[kept.size()];
    double[] keptY = new double[kept.size()];
    for (int i = 0; i < keptX.length; i++) {
      keptX[i] = x[kept.get(i)];
      keptY[i] = y[kept.get(i)];
    }
    return new Points(keptX, keptY);
  }

  private void keepOf(int start, int end, List<Integer> kept) {
    int lowest = start;
    int highest = start;
    int broken = -1;
    for (int i = start; i < end; i++) {
      if (!Double.isFinite(y[i])) {
        broken = broken < 0 ? i : broken;
      } else {
        lowest = !Double.isFinite(y[lowest]) || y[i] < y[lowest] ? i : lowest;
        highest = !Double.isFinite(y[highest]) || y[i] > y[highest] ? i : highest;
      }
    }
    boolean outer = start == 0 || end == x.length;
    for (int i = start; i < end; i++) {
      boolean edge = outer && (i == 0 || i == x.length - 1);
      if (i == lowest || i == highest || i == broken || edge) {
        kept.add(i);
      }
    }
  }
}
