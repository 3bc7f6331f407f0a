package dev.inputmethod.reports.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.reports.record.Decay;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class DecayFitTest {
  private static List<Double> curve(int length, IntToDoubleFunction g) {
    List<Double> curve = new ArrayList<>();
    for (int d = 0; d < length; d++) {
      curve.add(g.applyAsDouble(d));
    }
    return curve;
  }

  @Test
  void an_exponential_gives_its_factor_and_half_life_whatever_stands_at_distance_0() {
    Decay decay =
        DecayFit.of(curve(32, d -> d == 0 ? 99 : 3 * Math.pow(0.5, d / 4.0))).orElseThrow();
    assertThat(decay.halfLife()).isCloseTo(4, within(1e-9));
    assertThat(decay.factor()).isCloseTo(Math.pow(0.5, 0.25), within(1e-9));
    assertThat(decay.rSquared()).isCloseTo(1, within(1e-9));
    assertThat(decay.from()).isEqualTo(1);
    assertThat(decay.to()).isEqualTo(31);
    assertThat(decay.isPowerLawBetter()).isFalse();
    assertThat(decay.heldOutError()).isCloseTo(0, within(1e-9));
  }

  @Test
  void a_power_law_gives_its_exponent_and_foretells_what_was_held_out() {
    Decay decay = DecayFit.of(curve(32, d -> 2 * Math.pow(d, -1.5))).orElseThrow();
    assertThat(decay.powerExponent()).isCloseTo(1.5, within(1e-9));
    assertThat(decay.heldOutPowerError()).isCloseTo(0, within(1e-9));
    assertThat(decay.isPowerLawBetter()).isTrue();
    assertThat(decay.rSquared()).isLessThan(0.95);
  }

  @Test
  void what_does_not_fall_has_no_end_and_is_beyond_every_context() {
    Decay flat = DecayFit.of(curve(12, d -> 2)).orElseThrow();
    assertThat(flat.halfLife()).isInfinite();
    assertThat(flat.factor()).isEqualTo(1);
    assertThat(flat.rSquared()).isEqualTo(1);
    assertThat(flat.fitted(12).text()).isEqualTo("> 12");
    Decay slow = DecayFit.of(curve(12, d -> Math.pow(0.5, d / 40.0))).orElseThrow();
    assertThat(slow.fitted(12).isBeyond()).isTrue();
    assertThat(slow.fitted(50).isBeyond()).isFalse();
    assertThat(slow.fitted(50).text()).isEqualTo("40.0");
  }

  @Test
  void of_few_distances_no_law_is_called_better() {
    Decay few = DecayFit.of(curve(6, d -> Math.pow(0.5, d))).orElseThrow();
    assertThat(few.isLawKnown()).isFalse();
    assertThat(few.isPowerLawBetter()).isFalse();
    assertThat(DecayFit.of(curve(7, d -> Math.pow(0.5, d))).orElseThrow().isLawKnown()).isTrue();
  }

  @Test
  void the_fit_ends_where_numbers_do() {
    List<Double> curve = curve(60, d -> d < 40 ? 0.5 * Math.pow(0.1, d) : 0);
    Decay decay = DecayFit.of(curve).orElseThrow();
    assertThat(decay.to()).isEqualTo(27);
    assertThat(decay.factor()).isCloseTo(0.1, within(1e-9));
    assertThat(DecayFit.of(curve(4, d -> d < 3 ? 1 : Double.NaN))).isEmpty();
    assertThat(DecayFit.of(List.of())).isEmpty();
  }

  @Test
  void the_interval_is_that_of_the_resampled_curves() {
    Random random = new Random(7);
    List<List<Double>> resampled = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      double factor = 0.6 + 0.2 * random.nextDouble();
      resampled.add(curve(10, d -> Math.pow(factor, d)));
    }
    Decay decay = DecayFit.of(curve(10, d -> Math.pow(0.7, d)), resampled).orElseThrow();
    assertThat(decay.factorInterval().orElseThrow().low()).isCloseTo(0.605, within(0.003));
    assertThat(decay.factorInterval().orElseThrow().high()).isCloseTo(0.795, within(0.003));
    assertThat(decay.halfLifeInterval().orElseThrow().low())
        .isCloseTo(Math.log(0.5) / Math.log(0.605), within(0.02));
  }

  @Test
  void local_factors_are_between_neighbours() {
    assertThat(DecayFit.localFactors(List.of(4.0, 2.0, 0.5))).containsExactly(0.5, 0.25);
    assertThat(DecayFit.localFactors(List.of())).isEmpty();
  }

  @Test
  void quantiles_lie_between_values() {
    assertThat(DecayFit.quantile(new double[] {1, 2, 4}, 0.75)).isEqualTo(3);
    assertThat(DecayFit.quantile(new double[] {5}, 0.3)).isEqualTo(5);
  }
}
