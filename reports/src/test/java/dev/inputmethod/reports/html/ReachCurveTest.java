package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReachCurveTest {
  private static Curves seed(double near, double far) {
    Curves.Collector seed = Curves.Collector.judgingBest(10);
    seed.add(reach(10, near, far));
    return seed.curves();
  }

  private static Measurement.Reach reach(long step, double near, double far) {
    return new Measurement.Reach(
        1,
        step,
        Moment.INTERVAL,
        List.of(256L, 256L, 256L),
        List.of(1.0, near, far),
        List.of(0.5, near / 2, far / 2),
        List.of(2.0, near * 2, far * 2),
        Optional.empty(),
        List.of());
  }

  private static ReachCurve input(Curves... seeds) {
    return ReachCurve.ofInput(Arrays.asList(seeds)).orElseThrow();
  }

  private static ReachCurve relative(Curves... seeds) {
    return ReachCurve.ofRelativeInput(Arrays.asList(seeds)).orElseThrow();
  }

  @Test
  void the_band_of_one_seed_is_its_bootstrap() {
    OverSeeds one = input(seed(0.5, 0.25)).trained();

    assertThat(one.band().orElseThrow().low().y(2)).isEqualTo(0.125);
    assertThat(one.band().orElseThrow().high().y(2)).isEqualTo(0.5);
  }

  @Test
  void a_relative_curve_of_one_seed_has_no_band_since_its_bootstrap_is_not_of_the_ratio() {
    assertThat(relative(seed(0.5, 0.25)).trained().band()).isEmpty();
    assertThat(relative(seed(0.5, 0.25)).trained().mean().y(2)).isEqualTo(0.5);
  }

  @Test
  void of_several_seeds_the_relative_band_is_over_their_own_ratios() {
    // Both have the same ratio, however far apart their norms are.
    OverSeeds alike = relative(seed(0.5, 0.25), seed(0.0625, 0.03125)).trained();

    assertThat(alike.band().orElseThrow().low().y(2)).isEqualTo(0.5);
    assertThat(alike.band().orElseThrow().high().y(2)).isEqualTo(0.5);
  }

  @Test
  void captions_name_the_band_that_is_drawn() {
    ReachCurve one = input(seed(0.5, 0.25));
    ReachCurve two = input(seed(0.5, 0.25), seed(0.5, 0.2));

    assertThat(ReachNotes.bands("Bands", Stream.of(one)))
        .isEqualTo(" Bands: 95 % intervals of a bootstrap over the probed contexts, of one seed.");
    assertThat(ReachNotes.bands("Bands", Stream.of(two)))
        .isEqualTo(" Bands: one standard deviation of the logarithms over seeds.");
    assertThat(ReachNotes.bands("Bands", Stream.of(one, two)))
        .isEqualTo(
            " Bands: one standard deviation of the logarithms over seeds; of a single seed, the 95 %"
                + " interval of a bootstrap over the probed contexts.");
    assertThat(ReachNotes.bands("Bands", Stream.of())).isEmpty();
    assertThat(ReachNotes.relativeBands(Stream.of(relative(seed(0.5, 0.25)))))
        .isEqualTo(" A single seed has no band here.");
  }

  @Test
  void captions_tell_of_means_that_are_zero_since_some_seeds_are() {
    assertThat(ReachNotes.zeros(Stream.of(input(seed(0.5, 0), seed(0.5, 0.25)))))
        .contains("Where a seed is exactly zero, so is the geometric mean over seeds");
    assertThat(ReachNotes.zeros(Stream.of(input(seed(0.5, 0), seed(0.5, 0))))).isEmpty();
    assertThat(ReachNotes.zeros(Stream.of(input(seed(0.5, 0.25), seed(0.5, 0.25))))).isEmpty();
  }

  @Test
  void a_completed_trial_is_drawn_at_its_best_step_and_a_failed_one_at_its_last() {
    Curves.Collector completed = Curves.Collector.judgingBest(20);
    Curves.Collector failed = Curves.Collector.judgingLast();
    for (Curves.Collector each : List.of(completed, failed)) {
      each.add(reach(0, 0.5, 0.1));
      each.add(reach(10, 0.5, 0.2));
      each.add(reach(20, 0.5, 0.3));
      each.add(reach(30, 0.5, 0.4));
    }

    assertThat(input(completed.curves()).trained().mean().y(2)).isEqualTo(0.3);
    assertThat(input(failed.curves()).trained().mean().y(2)).isEqualTo(0.4);
  }

  @Test
  void a_trial_that_failed_before_any_other_measurement_is_drawn_as_it_began() {
    Curves.Collector failed = Curves.Collector.judgingLast();
    failed.add(reach(0, 0.5, 0.1));

    assertThat(input(failed.curves()).trained().mean().y(2)).isEqualTo(0.1);
  }
}
