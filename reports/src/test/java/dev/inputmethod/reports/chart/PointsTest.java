package dev.inputmethod.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PointsTest {
  private static Points wave(int length) {
    double[] x = new double[length];
    double[] y = new double[length];
    for (int i = 0; i < length; i++) {
      x[i] = i;
      y[i] = Math.sin(i);
    }
    return new Points(x, y);
  }

  private static boolean has(Points points, double value) {
    for (int i = 0; i < points.size(); i++) {
      if (Double.compare(points.y(i), value) == 0) {
        return true;
      }
    }
    return false;
  }

  @Test
  void thinning_keeps_every_spike_the_gaps_and_both_ends() {
    double[] x = new double[10_000];
    double[] y = new double[10_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
      y[i] = Math.sin(i);
    }
    y[4321] = 99;
    y[4322] = -99;
    y[7777] = Double.NaN;

    Points thin = new Points(x, y).thinned(100);

    assertThat(thin.size()).isLessThanOrEqualTo(303);
    assertThat(has(thin, 99)).isTrue();
    assertThat(has(thin, -99)).isTrue();
    assertThat(has(thin, Double.NaN)).isTrue();
    assertThat(thin.x(0)).isZero();
    assertThat(thin.x(thin.size() - 1)).isEqualTo(9999);
  }

  @Test
  void thinned_points_stay_in_order() {
    Points thin = wave(5000).thinned(70);
    for (int i = 1; i < thin.size(); i++) {
      assertThat(thin.x(i)).isGreaterThan(thin.x(i - 1));
    }
  }

  @Test
  void what_a_screen_can_show_is_left_alone() {
    Points few = wave(200);
    assertThat(few.thinned(100)).isSameAs(few);
  }

  @Test
  void points_at_one_place_are_thinned_to_their_extremes() {
    Points same = new Points(new double[] {3, 3, 3, 3, 3}, new double[] {5, 1, 4, 9, 2});
    Points thin = same.thinned(1);
    assertThat(has(thin, 1)).isTrue();
    assertThat(has(thin, 9)).isTrue();
  }
}
