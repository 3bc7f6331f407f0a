package dev.inputmethod.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void a_log_axis_ends_at_whole_decades_and_spans_at_least_four() {
    Axis steep = Axis.log("norm", 0.3, 2e-9);
    assertThat(steep.upper()).isEqualTo(1);
    assertThat(steep.lower()).isEqualTo(1e-9);

    Axis flat = Axis.log("norm", 0.3, 0.2);
    assertThat(flat.upper() / flat.lower()).isEqualTo(Axis.LEAST_LOG_SPAN);
  }

  @Test
  void what_is_not_positive_or_no_number_does_not_move_a_log_axis() {
    assertThat(Axis.log("norm", 0.3, 0, -1, Double.NaN, Double.NEGATIVE_INFINITY))
        .isEqualTo(Axis.log("norm", 0.3));
  }

  @Test
  void a_log_axis_never_reaches_below_the_least_floor() {
    assertThat(Axis.log("norm", 1, 1e-300).lower()).isEqualTo(Axis.LEAST_FLOOR);
    assertThat(Axis.log("norm", 1e-300).lower()).isEqualTo(Axis.LEAST_FLOOR);
  }

  @Test
  void every_set_of_values_gives_a_usable_linear_axis() {
    assertThat(Axis.linear("loss")).isEqualTo(new Axis("loss", 0, 1, false, false));
    assertThat(Axis.linear("loss", Double.NaN)).isEqualTo(Axis.linear("loss"));
    Axis one = Axis.linear("loss", 5);
    assertThat(one.lower()).isLessThan(5);
    assertThat(one.upper()).isGreaterThan(5);
  }

  @Test
  void an_axis_of_whole_numbers_is_ticked_at_whole_numbers() {
    assertThat(Ticks.of(Axis.whole("words", 0, 4), 20).getSize()).isEqualTo(1);
    assertThat(Ticks.of(Axis.linear("share", 0, 4), 20).getSize()).isLessThan(1);
  }

  @Test
  void powers_of_ten_are_written_as_powers() {
    assertThat(Ticks.of(Axis.log("norm", 1), 4).valueToString(-12)).isEqualTo("10⁻¹²");
    assertThat(Ticks.of(Axis.log("norm", 1), 4).valueToString(0)).isEqualTo("1");
  }

  @Test
  void an_axis_without_length_is_refused() {
    assertThatThrownBy(() -> new Axis("loss", 1, 1, false, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Axis("norm", 0, 1, true, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
