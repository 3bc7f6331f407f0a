package dev.inputmethod.reports.tensorboard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * How values spread, as TensorBoard draws it: 30 buckets of equal width from the least to the
 * greatest.
 *
 * @param buckets from left to right
 */
public record Histogram(List<Bucket> buckets) {
  private static final int BUCKETS = 30;

  /** The last bucket holds its right edge too, the others do not. */
  public record Bucket(double left, double right, long count) {}

  public Histogram {
    buckets = List.copyOf(buckets);
  }

  /** Of the finite values; NaN and infinities have no place on an axis and are left out. */
  public static Histogram of(double[] values) {
    return of(values.length, i -> values[i]);
  }

  /** Of the finite values; NaN and infinities have no place on an axis and are left out. */
  public static Histogram of(float[] values) {
    return of(values.length, i -> values[i]);
  }

  private static Histogram of(int size, IntToDoubleFunction values) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    long finite = 0;
    for (int i = 0; i < size; i++) {
      double value = values.applyAsDouble(i);
      if (Double.isFinite(value)) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        finite++;
      }
    }
    if (finite == 0) {
      return allInTheLast(0, 0);
    }
    // Divided first: the range itself can be too large for a double.
    double width = greatest / BUCKETS - least / BUCKETS;
    return width > 0
        ? spread(size, values, least, greatest, width)
        : allInTheLast(greatest, finite);
  }

  /**
   * Empty buckets without width before the last, as TensorBoard's own summaries have for a single
   * value.
   */
  private static Histogram allInTheLast(double value, long count) {
    List<Bucket> buckets = new ArrayList<>();
    for (int i = 1; i < BUCKETS; i++) {
      buckets.add(new Bucket(value, value, 0));
    }
    buckets.add(new Bucket(value, value, count));
    return new Histogram(buckets);
  }

  private static Histogram spread(
      int size, IntToDoubleFunction values, double least, double greatest, double width) {
    long[] counts = new long[BUCKETS];
    for (int i = 0; i < size; i++) {
      double value = values.applyAsDouble(i);
      if (Double.isFinite(value)) {
        double distance = value / width - least / width;
        counts[(int) Math.max(0, Math.min(BUCKETS - 1, distance))]++;
      }
    }
    List<Bucket> buckets = new ArrayList<>();
    double left = least;
    for (int i = 0; i < BUCKETS; i++) {
      double share = (i + 1) / (double) BUCKETS;
      // Never least + width · i: that can be infinite, or past the greatest.
      double right = Math.max(left, Math.min(greatest, least * (1 - share) + greatest * share));
      buckets.add(new Bucket(left, right, counts[i]));
      left = right;
    }
    return new Histogram(buckets);
  }
}
