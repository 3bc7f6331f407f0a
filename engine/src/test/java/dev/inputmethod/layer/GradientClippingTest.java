package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gradients that are too large are bounded, others are left alone. */
class GradientClippingTest {
  private static INDArray gradient(double... values) {
    return Nd4j.createFromArray(values).reshape(1, values.length);
  }

  @Test
  void a_long_gradient_keeps_its_direction_and_gets_the_length_allowed() {
    INDArray gradient = gradient(3, 0, -4);
    assertThat(new GradientClipping.ByGlobalNorm(1).clip(gradient)).isTrue();
    assertThat(gradient.getDouble(0)).isCloseTo(0.6, within(1e-12));
    assertThat(gradient.getDouble(2)).isCloseTo(-0.8, within(1e-12));
  }

  @Test
  void a_gradient_as_long_as_allowed_is_left_alone() {
    INDArray gradient = gradient(3, 0, -4);
    assertThat(new GradientClipping.ByGlobalNorm(5).clip(gradient)).isFalse();
    assertThat(gradient).isEqualTo(gradient(3, 0, -4));
  }

  @Test
  void each_number_is_bounded_on_its_own() {
    INDArray gradient = gradient(3, 0.5, -4);
    assertThat(new GradientClipping.ByValue(1).clip(gradient)).isTrue();
    assertThat(gradient).isEqualTo(gradient(1, 0.5, -1));
    assertThat(new GradientClipping.ByValue(1).clip(gradient)).isFalse();
  }

  @Test
  void what_is_no_number_is_not_hidden() {
    for (GradientClipping clipping :
        new GradientClipping[] {
          new GradientClipping.ByGlobalNorm(1), new GradientClipping.ByValue(1)
        }) {
      INDArray gradient = gradient(1, Double.NaN, 2);
      clipping.clip(gradient);
      assertThat(gradient.getDouble(1)).isNaN();
    }
  }
}
