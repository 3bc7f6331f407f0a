package dev.inputmethod.reports.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.tensorboard.Histogram.Bucket;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void buckets_share_the_range_and_the_last_holds_the_greatest() {
    Histogram histogram = Histogram.of(new double[] {0, 0.5, 1, 29.5, 30, 30});
    assertThat(histogram.buckets()).hasSize(30);
    assertThat(histogram.buckets().get(0)).isEqualTo(new Bucket(0, 1, 2));
    assertThat(histogram.buckets().get(1)).isEqualTo(new Bucket(1, 2, 1));
    assertThat(histogram.buckets().get(29)).isEqualTo(new Bucket(29, 30, 3));
  }

  @Test
  void one_value_lies_in_the_last_bucket_as_tensorboard_has_it() {
    Histogram histogram = Histogram.of(new float[] {0.5f, 0.5f});
    assertThat(histogram.buckets().subList(0, 29)).containsOnly(new Bucket(0.5, 0.5, 0));
    assertThat(histogram.buckets().get(29)).isEqualTo(new Bucket(0.5, 0.5, 2));
  }

  @Test
  void values_that_are_no_numbers_are_left_out() {
    double[] values = {Double.NaN, 1, Double.POSITIVE_INFINITY, 2, Double.NEGATIVE_INFINITY};
    assertThat(count(Histogram.of(values).buckets())).isEqualTo(2);
    assertThat(count(Histogram.of(new double[] {Double.NaN}).buckets())).isZero();
    assertThat(Histogram.of(new float[0]).buckets()).hasSize(30);
  }

  @Test
  void extreme_ranges_lose_no_value_and_have_edges_in_order() {
    double[][] extremes = {
      {-Double.MAX_VALUE, 0, Double.MAX_VALUE},
      {0, Double.MIN_VALUE},
      {1, Math.nextUp(1.0), 1},
      {-1e-300, 1e-300, 5e-301},
      {1e15, 1e15 + 1, 1e15 + 2},
    };
    for (double[] values : extremes) {
      List<Bucket> buckets = Histogram.of(values).buckets();
      assertThat(count(buckets)).isEqualTo(values.length);
      assertThat(buckets)
          .allMatch(it -> it.left() <= it.right())
          .allMatch(it -> Double.isFinite(it.left()) && Double.isFinite(it.right()));
    }
  }

  private static long count(List<Bucket> buckets) {
    return buckets.stream().mapToLong(Bucket::count).sum();
  }
}
