package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReachRatioTest {
  private static ReachRatio over(Double... ratios) {
    return ReachRatio.of(List.of(ratios)).orElseThrow();
  }

  @Test
  void the_mean_is_geometric() {
    ReachRatio ratio = over(1e-2, 1e-4);
    assertThat(ratio.mean().orElseThrow()).isCloseTo(1e-3, within(1e-12));
    assertThat(ratio.leftOut()).isEmpty();
  }

  @Test
  void seeds_that_have_no_logarithm_are_said_to_be_left_out() {
    ReachRatio ratio = over(1e-2, 0.0, 1e-2, Double.NaN, Double.POSITIVE_INFINITY);
    assertThat(ratio.mean().orElseThrow()).isCloseTo(1e-2, within(1e-12));
    assertThat(ratio.leftOut()).isEqualTo("2 of 5 seeds; 1 at 0; 2 not finite");
  }

  @Test
  void of_zeros_alone_the_mean_is_zero() {
    assertThat(over(0.0, 0.0).mean()).contains(0.0);
    assertThat(over(0.0, 0.0).leftOut()).isEmpty();
    assertThat(over(Double.NaN).mean()).isEmpty();
    assertThat(ReachRatio.of(List.of())).isEmpty();
  }
}
