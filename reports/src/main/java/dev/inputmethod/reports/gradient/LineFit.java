package dev.inputmethod.reports.gradient;

/**
 * The least-squares line y = intercept + slope·x through some points.
 *
 * @param rSquared share of the variance of y that the line explains; 1 where there is none
 */
record LineFit(double intercept, double slope, double rSquared) {

  /** Fits the first {@code count} points, of which there are at least two. */
  static LineFit of(double[] x, double[] y, int count) {
    double meanX = mean(x, count);
    double meanY = mean(y, count);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < count; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      xy += (x[i] - meanX) * (y[i] - meanY);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    double slope = xy / xx;
    return new LineFit(meanY - slope * meanX, slope, yy == 0 ? 1 : xy * xy / (xx * yy));
  }

  /** Root mean square distance of the points from {@code from} on; not a number where none are. */
  double error(double[] x, double[] y, int from) {
    double squares = 0;
    for (int i = from; i < x.length; i++) {
      double off = y[i] - intercept - slope * x[i];
      squares += off * off;
    }
    return Math.sqrt(squares / (x.length - from));
  }

  private static double mean(double[] values, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    return sum / count;
  }
}
