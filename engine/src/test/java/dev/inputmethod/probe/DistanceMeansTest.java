package dev.inputmethod.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistanceMeansTest {
  @Test
  void distance_is_counted_from_the_last_step_and_padding_is_left_out() {
    DistanceMeans means = new DistanceMeans();
    means.add(new double[][] {{1, 2, 3}, {99, 4, 5}}, new int[] {0, 1});
    means.add(new double[][] {{99, 99, 7}}, new int[] {2});

    assertThat(means.counts()).containsExactly(3L, 2L, 1L);
    assertThat(means.means()).containsExactly(5.0, 3.0, 1.0);
  }

  @Test
  void where_every_example_is_padded_there_is_no_mean() {
    DistanceMeans means = new DistanceMeans();
    means.add(new double[][] {{99, 3}}, new int[] {1});

    assertThat(means.counts()).containsExactly(1L, 0L);
    assertThat(means.means()).containsExactly(3.0, Double.NaN);
  }
}
