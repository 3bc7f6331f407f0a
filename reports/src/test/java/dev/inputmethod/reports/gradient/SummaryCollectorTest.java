package dev.inputmethod.reports.gradient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.record.Direction;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Interval;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.ReachSummary;
import dev.inputmethod.reports.record.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryCollectorTest {
  private static Reach reach(long step, List<Double> input, HiddenReach... hidden) {
    return new Reach(0, step, List.of(9L, 8L, 8L, 8L), input, List.of(hidden));
  }

  @Test
  void the_last_reach_counts_and_the_first_and_the_extremes_are_kept() {
    SummaryCollector collector = new SummaryCollector(4, 4);
    assertThat(collector.summary().reach()).isEmpty();
    collector.add(reach(0, List.of(8.0, 4.0, 2.0, 1.0)));
    collector.add(reach(10, List.of(8.0, 4.0, 2.0, 8.0)));
    collector.add(reach(20, List.of(8.0, 4.0, 2.0, 2.0)));
    GradientSummary summary = collector.summary();
    assertThat(summary.examples()).isEqualTo(8);
    assertThat(summary.reach()).contains(new ReachSummary(4, 2, 0.5, 8, 1, Optional.empty(), true));
    assertThat(summary.initialReach().orElseThrow().ratio()).isEqualTo(0.25);
    assertThat(summary.ratioHistory()).contains(new Interval(0.25, 2));
    assertThat(summary.clippedShare()).isEmpty();
  }

  @Test
  void spectra_and_saturation_are_those_of_the_last_measurement() {
    SummaryCollector collector = new SummaryCollector(2, 2);
    Samples.measurements().forEach(collector::add);
    GradientSummary summary = collector.summary();
    assertThat(summary.spectralRadius()).contains(0.75);
    assertThat(summary.lyapunov()).contains(-0.5);
    assertThat(summary.decay()).contains(Samples.decay());
  }

  @Test
  void clipped_steps_are_weighed_by_what_they_stand_for() {
    SummaryCollector collector = new SummaryCollector(4, 4);
    collector.add(reach(0, List.of(8.0, 4.0, 2.0, 1.0)));
    collector.add(new Measurement.Step(1, 10, 1, 1, Map.of(), Optional.of(1.0)));
    collector.add(new Measurement.Step(1, 40, 1, 1, Map.of(), Optional.of(0.0)));
    assertThat(collector.summary().clippedShare()).contains(0.25);
  }

  @Test
  void the_horizon_is_judged_not_the_whole_context() {
    Reach reach = reach(0, List.of(8.0, 4.0, 2.0, 1.0));
    assertThat(ReachSummaries.of(reach, 2).orElseThrow().far()).isEqualTo(2);
    assertThat(ReachSummaries.of(reach, 99).orElseThrow().far()).isEqualTo(1);
  }

  @Test
  void a_network_that_reads_both_ways_is_judged_by_the_word_it_reaches_least() {
    Reach reach =
        reach(
            0,
            List.of(8.0, 4.0, 0.5, 4.0),
            new HiddenReach(1, Direction.FORWARD, List.of(8.0, 4.0, 2.0, 1.0)),
            new HiddenReach(1, Direction.BACKWARD, List.of(40.0, 20.0, 2.0, 4.0)));
    ReachSummary summed = ReachSummaries.of(reach, 4).orElseThrow();
    assertThat(summed.ratio()).isEqualTo(0.125);
    // The backward direction reads from the far end: there 4 is no step back, 2 one, 40 three.
    assertThat(summed.growth()).isEqualTo(20);
  }

  @Test
  void growth_is_noticed_wherever_gradient_comes_from_one_end_only() {
    HiddenReach upper = new HiddenReach(2, Direction.FORWARD, List.of(8.0, 4.0, 2.0, 1.0));
    HiddenReach lower = new HiddenReach(1, Direction.FORWARD, List.of(1.0, 1.0, 50.0, 100.0));
    List<Double> falling = List.of(8.0, 4.0, 2.0, 1.0);
    assertThat(growth(reach(0, falling, lower, upper))).isEqualTo(100);
    assertThat(growth(reach(0, List.of(1.0, 2.0, 4.0, 8.0), upper))).isEqualTo(4);
    HiddenReach backward = new HiddenReach(2, Direction.BACKWARD, List.of(1.0, 2.0, 4.0, 8.0));
    assertThat(growth(reach(0, falling, lower, upper, backward))).isEqualTo(1);
  }

  @Test
  void a_jump_at_one_far_step_is_no_recurrent_growth() {
    double[] jump = {1, 1, 0.9, 0.8, 0.7, 0.6, 90, 80, 70, 60};
    double[] steady = {1, 1, 2, 4, 8, 16, 32, 64, 128, 256};
    assertThat(recurrentGrowth(jump)).isLessThan(1);
    assertThat(recurrentGrowth(steady)).isEqualTo(256);
    double[] grownThenFallen = {1, 1, 2, 4, 8, 16, 32, 64, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    assertThat(recurrentGrowth(grownThenFallen)).isEqualTo(64);
    assertThat(summed(1, 1, 99).recurrentGrowth()).isEmpty();
  }

  private static double recurrentGrowth(double... norms) {
    return summed(norms).recurrentGrowth().orElseThrow();
  }

  private static ReachSummary summed(double... norms) {
    List<Double> curve = Arrays.stream(norms).boxed().toList();
    HiddenReach state = new HiddenReach(1, Direction.FORWARD, curve);
    return ReachSummaries.of(new Reach(0, 0, List.of(), curve, List.of(state)), norms.length)
        .orElseThrow();
  }

  private static double growth(Reach reach) {
    return ReachSummaries.of(reach, 4).orElseThrow().growth();
  }

  @Test
  void a_relative_curve_is_one_where_a_single_step_was_made() {
    assertThat(ReachSummaries.relative(List.of(8.0, 4.0, 2.0, 1.0)))
        .containsExactly(2.0, 1.0, 0.5, 0.25);
    assertThat(ReachSummaries.relative(List.of(8.0))).isEmpty();
    assertThat(ReachSummaries.relative(List.of(8.0, 0.0, 0.0))).isEmpty();
  }

  @Test
  void what_is_no_number_is_noticed_at_the_states_too() {
    assertThat(
            ReachSummaries.of(
                    reach(
                        0,
                        List.of(1.0, 1.0),
                        new HiddenReach(1, Direction.FORWARD, List.of(Double.NaN, 1.0))),
                    2)
                .orElseThrow()
                .finite())
        .isFalse();
  }
}
