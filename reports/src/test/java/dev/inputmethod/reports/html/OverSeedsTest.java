package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.reports.chart.Points;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverSeedsTest {
  private static Points seed(double... y) {
    double[] x = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    return new Points(x, y);
  }

  @Test
  void the_line_is_the_mean_and_the_band_one_sample_deviation_to_each_side() {
    OverSeeds over = OverSeeds.ofValues(List.of(seed(1, 5), seed(3, 5)));

    assertThat(over.mean().y(0)).isEqualTo(2);
    assertThat(over.band().orElseThrow().low().y(0)).isCloseTo(2 - Math.sqrt(2), within(1e-12));
    assertThat(over.band().orElseThrow().high().y(0)).isCloseTo(2 + Math.sqrt(2), within(1e-12));
    assertThat(over.band().orElseThrow().high().y(1)).isEqualTo(5);
  }

  @Test
  void on_a_log_axis_the_mean_is_geometric() {
    OverSeeds over = OverSeeds.ofLogarithms(List.of(seed(1e-2), seed(1e-6)));

    assertThat(over.mean().y(0)).isCloseTo(1e-4, within(1e-15));
    assertThat(over.band().orElseThrow().low().y(0)).isPositive();
  }

  @Test
  void one_seed_has_no_band() {
    assertThat(OverSeeds.ofValues(List.of(seed(1, 2))).band()).isEmpty();
  }

  @Test
  void a_seed_that_ended_early_leaves_the_others() {
    OverSeeds over = OverSeeds.ofValues(List.of(seed(1, 2, 3), seed(3, Double.NaN)));

    assertThat(over.mean().y(0)).isEqualTo(2);
    assertThat(over.mean().y(1)).isEqualTo(2);
    assertThat(over.mean().y(2)).isEqualTo(3);
  }

  @Test
  void a_gradient_that_is_exactly_zero_is_shown_as_zero_and_not_left_out() {
    OverSeeds over = OverSeeds.ofLogarithms(List.of(seed(1, 0, Double.NaN)));

    assertThat(over.mean().y(1)).isZero();
    assertThat(over.mean().y(2)).isNaN();
  }

  @Test
  void one_seed_that_is_zero_makes_the_geometric_mean_zero_and_the_band_shows_the_others() {
    OverSeeds over = OverSeeds.ofLogarithms(List.of(seed(1, 0), seed(1, 1e-2), seed(1, 1e-4)));

    assertThat(over.mean().y(0)).isEqualTo(1);
    assertThat(over.mean().y(1)).isZero();
    assertThat(over.band().orElseThrow().low().y(1)).isZero();
    assertThat(over.band().orElseThrow().high().y(1)).isEqualTo(1e-2);
    assertThat(over.isZeroOfSomeSeeds()).isTrue();
  }

  @Test
  void zeros_of_all_seeds_are_no_disagreement() {
    assertThat(OverSeeds.ofLogarithms(List.of(seed(1, 0), seed(1, 0))).isZeroOfSomeSeeds())
        .isFalse();
    assertThat(OverSeeds.ofLogarithms(List.of(seed(1, 0))).isZeroOfSomeSeeds()).isFalse();
  }

  @Test
  void a_band_that_spans_decades_does_not_stretch_a_log_axis() {
    OverSeeds over = OverSeeds.ofLogarithms(List.of(seed(1), seed(1e-40), seed(1e-40)));

    assertThat(over.band().orElseThrow().high().y(0)).isGreaterThan(1e-4);
    assertThat(over.logHeights().max().orElseThrow())
        .isCloseTo(10 * over.mean().y(0), within(1e-35));
  }

  @Test
  void nothing_gives_nothing() {
    assertThat(OverSeeds.ofValues(List.of()).mean().isBlank()).isTrue();
  }
}
