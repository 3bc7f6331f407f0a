package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.kernel.Kernels;
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
  void arrays_are_clipped_likewise() {
    Kernels kernels = Kernels.best();
    float[] gradient = {3, 0.5f, -4};
    assertThat(new GradientClipping.ByValue(1).clip(gradient, kernels)).isTrue();
    assertThat(gradient).containsExactly(1, 0.5f, -1);
    assertThat(new GradientClipping.ByValue(1).clip(gradient, kernels)).isFalse();
    assertThat(new GradientClipping.ByGlobalNorm(1.5).clip(gradient, kernels)).isFalse();
    assertThat(new GradientClipping.ByGlobalNorm(0.75).clip(gradient, kernels)).isTrue();
    assertThat(gradient).containsExactly(0.5f, 0.25f, -0.5f);
  }

  @Test
  void a_gradient_whose_square_single_precision_cannot_hold_is_clipped() {
    GradientClipping clipping = new GradientClipping.ByGlobalNorm(5);
    float[] array = {3e30f, -4e30f};
    INDArray gradient = Nd4j.createFromArray(array).reshape(1, 2);
    assertThat(clipping.clip(gradient)).isTrue();
    assertThat(clipping.clip(array, Kernels.best())).isTrue();
    for (int i = 0; i < 2; i++) {
      assertThat((double) array[i]).isCloseTo(i == 0 ? 3 : -4, within(1e-5));
      assertThat(gradient.getDouble(i)).isCloseTo(array[i], within(1e-5));
    }
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
      float[] array = {1, Float.NaN, 2};
      clipping.clip(array, Kernels.best());
      assertThat(array[1]).isNaN();
    }
  }
}
