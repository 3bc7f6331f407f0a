package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.comparison.Statistic;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void a_mean_has_as_many_decimals_as_its_deviation_has_two_digits() {
    assertThat(Numbers.meanAndDeviation(Statistic.of(List.of(4.1, 4.3)).orElseThrow()))
        .isEqualTo("4.20 ± 0.14");
    assertThat(Numbers.meanAndDeviation(Statistic.of(List.of(101.0, 141.0)).orElseThrow()))
        .isEqualTo("121 ± 28");
    assertThat(Numbers.meanAndDeviation(Statistic.of(List.of(4.2)).orElseThrow()))
        .isEqualTo("4.200");
  }

  @Test
  void a_deviation_too_small_to_show_is_not_shown_as_none() {
    assertThat(Numbers.atLeast(0.04, 1)).isEqualTo("<0.1");
    assertThat(Numbers.atLeast(0.06, 1)).isEqualTo("0.1");
    assertThat(Numbers.atLeast(0, 1)).isEqualTo("0.0");
  }

  @Test
  void what_is_no_number_is_a_dash_and_never_nan() {
    assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("–");
    assertThat(Numbers.fixed(Double.NEGATIVE_INFINITY, 2)).isEqualTo("−∞");
    assertThat(Numbers.short3(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.duration(Double.NaN)).isEqualTo("–");
  }

  @Test
  void large_and_small_numbers_stay_readable() {
    assertThat(Numbers.whole(1234567)).isEqualTo("1\u202f234\u202f567");
    assertThat(Numbers.fixed(9.7e182, 1)).isEqualTo("9.7·10¹⁸²");
    assertThat(Numbers.down(0.8951, 2)).isEqualTo("0.89");
    assertThat(Numbers.down(Double.NaN, 2)).isEqualTo("–");
    assertThat(Numbers.times(2134)).isEqualTo("2\u202f100");
    assertThat(Numbers.times(0.961)).isEqualTo("0.96");
    assertThat(Numbers.times(2.13e6)).isEqualTo("2.1·10⁶");
    assertThat(Numbers.short3(0.00001234)).isEqualTo("1.2e−05");
    assertThat(Numbers.short3(-12.345)).isEqualTo("−12.3");
    assertThat(Numbers.duration(3725)).isEqualTo("62 min 5 s");
    assertThat(Numbers.duration(7325)).isEqualTo("2 h 2 min");
  }
}
