package dev.inputmethod.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FunctionsTest {
  private static final double ROUNDING = 1.0 / (1 << 24);

  @Test
  void exp_is_exact_to_three_roundings() {
    double worst = 0;
    for (float x = -87f; x < 88f; x += 0.00317f) {
      worst = Math.max(worst, relative(Functions.exp(x), Math.exp(x)));
    }
    assertThat(worst).isLessThan(3 * ROUNDING);
  }

  @Test
  void exp_stays_positive_and_finite_far_out() {
    assertThat(Functions.exp(-1e30f)).isPositive().isLessThan(1e-37f);
    assertThat(Functions.exp(1e30f)).isFinite().isGreaterThan(1e38f);
    assertThat(Functions.exp(0f)).isEqualTo(1f);
  }

  @Test
  void tanh_is_exact_to_five_roundings_however_small_its_argument() {
    double worst = 0;
    for (float x = 1e-30f; x < 12f; x *= 1.0013f) {
      worst = Math.max(worst, relative(Functions.tanh(x), Math.tanh(x)));
      assertThat(Functions.tanh(-x)).isEqualTo(-Functions.tanh(x));
    }
    assertThat(worst).isLessThan(5 * ROUNDING);
  }

  @Test
  void tanh_never_leaves_its_range() {
    for (float x = 8f; x <= 9.1f; x = Math.nextUp(x)) {
      assertThat(Functions.tanh(x) <= 1f).isTrue();
    }
  }

  @Test
  void sigmoid_is_exact_on_both_sides_even_where_it_is_tiny() {
    DoubleUnaryOperator exact = x -> 1 / (1 + Math.exp(-x));
    double worst = 0;
    for (float x = -80f; x < 80f; x += 0.0073f) {
      worst = Math.max(worst, relative(Functions.sigmoid(x), exact.applyAsDouble(x)));
    }
    assertThat(worst).isLessThan(5 * ROUNDING);
  }

  @Test
  void what_is_no_number_stays_none() {
    assertThat(Functions.exp(Float.NaN)).isNaN();
    assertThat(Functions.tanh(Float.NaN)).isNaN();
    assertThat(Functions.sigmoid(Float.NaN)).isNaN();
  }

  private static double relative(float found, double wanted) {
    return Math.abs(found - wanted) / Math.abs(wanted);
  }
}
