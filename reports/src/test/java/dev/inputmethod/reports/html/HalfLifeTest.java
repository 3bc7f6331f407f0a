package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.reports.gradient.DecayFit;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class HalfLifeTest {
  private static Decay decay(int distances, IntToDoubleFunction norm) {
    List<Double> curve = new ArrayList<>();
    for (int d = 0; d < distances; d++) {
      curve.add(norm.applyAsDouble(d));
    }
    return DecayFit.of(curve).orElseThrow();
  }

  private static Decay halving(double steps) {
    return decay(30, d -> Math.pow(0.5, d / steps));
  }

  private static Decay between(double low, double high, Decay decay) {
    return new Decay(
        decay.from(),
        decay.to(),
        decay.factor(),
        decay.halfLife(),
        decay.rSquared(),
        Optional.empty(),
        Optional.of(new Interval(low, high)),
        decay.powerExponent(),
        decay.heldOutError(),
        decay.heldOutPowerError());
  }

  private static HalfLife over(List<Decay> seeds, int contextLength) {
    return HalfLife.of(seeds, 0, contextLength).orElseThrow();
  }

  @Test
  void seeds_are_averaged_by_their_factors_so_that_one_without_decay_does_not_hide_the_others() {
    HalfLife even = over(List.of(halving(2), halving(2)), 30);
    HalfLife mixed = over(List.of(halving(2), decay(30, d -> 1)), 30);

    assertThat(even.steps()).isCloseTo(2, within(1e-9));
    assertThat(mixed.steps()).isCloseTo(4, within(1e-9));
    assertThat(mixed.text()).isEqualTo("4.0");
    assertThat(mixed.intervalText()).isEqualTo("2.0 to > 30");
  }

  @Test
  void the_interval_holds_every_seeds_own() {
    HalfLife both = over(List.of(between(1.5, 2.5, halving(2)), between(2.5, 4, halving(3))), 30);

    assertThat(both.intervalText()).isEqualTo("1.5 to 4.0");
    assertThat(over(List.of(halving(2)), 30).intervalText()).isEmpty();
  }

  @Test
  void few_distances_a_bend_growth_and_what_lies_beyond_the_context_earn_no_words() {
    assertThat(trusted(decay(31, d -> Math.exp(-d)))).isTrue();
    assertThat(trusted(decay(8, d -> Math.exp(-d)))).isFalse();
    assertThat(trusted(decay(21, d -> Math.cosh((d - 10) / 2.0)))).isFalse();
    assertThat(trusted(decay(21, Math::exp))).isFalse();
    assertThat(trusted(halving(40))).isFalse();
    assertThat(over(List.of(halving(40)), 30).text()).isEqualTo("> 30");
  }

  @Test
  void a_curve_that_is_no_line_has_no_half_life_to_show_and_a_level_one_lies_beyond() {
    Decay level = decay(25, d -> 1 + 0.01 * (d % 2));
    Decay bent = decay(25, d -> d < 4 ? Math.exp(-2.0 * d) : Math.exp(-8));

    assertThat(over(List.of(level), 25).isShown()).isTrue();
    assertThat(over(List.of(halving(2)), 30).isShown()).isTrue();
    assertThat(over(List.of(bent), 25).isBeyond()).isFalse();
    assertThat(over(List.of(bent), 25).isShown()).isFalse();
  }

  @Test
  void seeds_without_a_line_are_counted_and_power_laws_have_a_mean_exponent() {
    Decay one = decay(31, d -> Math.pow(d + 1e-9, -1));
    Decay two = decay(31, d -> Math.pow(d + 1e-9, -2));
    HalfLife bent = HalfLife.of(List.of(one, two, halving(2)), 1, 31).orElseThrow();

    assertThat(bent.seeds()).isEqualTo(3);
    assertThat(bent.unfitted()).isEqualTo(1);
    assertThat(bent.isPowerLawBetter()).isTrue();
    assertThat(bent.powerExponent()).isCloseTo(1.5, within(1e-6));
    assertThat(HalfLife.of(List.of(), 3, 31)).isEmpty();
  }

  private static boolean trusted(Decay decay) {
    return over(List.of(decay), 30).isTrustworthy();
  }
}
