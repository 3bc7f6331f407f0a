package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.html.ProbeCurves.ReachAt;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static final double THRESHOLD = 1e-3;

  private static ReachAt at(long step, Double... norms) {
    return new ReachAt(step, Collections.nCopies(norms.length, 256L), Arrays.asList(norms));
  }

  private static RelativeColumn column(Double... norms) {
    return new RelativeColumn(at(0, norms));
  }

  private static String summary(ReachAt... reaches) {
    return new HeatMap(List.of(reaches), Long.MAX_VALUE, THRESHOLD).summary();
  }

  @Test
  void the_edge_is_where_every_farther_distance_is_below_the_threshold() {
    assertThat(column(1.0, 1.0, 0.1, 1e-4, 1e-5).belowFrom(THRESHOLD)).contains(3);
    assertThat(column(1.0, 1.0, 1e-4, 0.1, 1e-5).belowFrom(THRESHOLD)).contains(4);
    assertThat(column(1.0, 1.0, 1e-4, 1e-5, 0.1).belowFrom(THRESHOLD)).isEmpty();
    assertThat(column(1.0, 1.0, 0.1, 0.1, 0.1).belowFrom(THRESHOLD)).isEmpty();
    assertThat(column(1.0, 1.0, 0.0, 0.0, 0.0).belowFrom(THRESHOLD)).contains(2);
  }

  @Test
  void a_curve_that_rises_again_is_not_said_to_be_below_from_there_on() {
    assertThat(summary(at(0, 1.0, 1.0, 1e-4, 1e-5), at(40, 1.0, 1.0, 1e-4, 0.5)))
        .isEqualTo(
            "Below 10⁻³ from distance 2 on at step 0, at some distances, not at the farthest at step"
                + " 40.");
  }

  @Test
  void a_measurement_that_is_no_number_is_told_as_such() {
    Double nan = Double.NaN;
    assertThat(summary(at(0, 1.0, 1.0, 0.5), at(10, nan, nan, nan), at(20, nan, nan, nan)))
        .isEqualTo(
            "Never falls below 10⁻³. NaN or infinite at 2 of 3 measurements, first at step 10.");
    assertThat(summary(at(0, 1.0, 1.0, 1e-4), at(10, 1.0, 1.0, Double.POSITIVE_INFINITY)))
        .isEqualTo(
            "Below 10⁻³ from distance 2 on at step 0. NaN or infinite at 1 of 2 measurements, first"
                + " at step 10.");
    assertThat(summary(at(0, nan, nan, nan))).isEqualTo("NaN or infinite at every measurement.");
  }

  @Test
  void a_gradient_that_comes_back_is_told() {
    assertThat(summary(at(0, 1.0, 1.0, 0.5), at(10, 1.0, 1.0, 1e-4), at(20, 1.0, 1.0, 0.5)))
        .isEqualTo("Falls below 10⁻³ for a while, not at the end.");
    assertThat(summary(at(0, 1.0, 1.0, 0.5), at(10, 1.0, 1.0, 0.5)))
        .isEqualTo("Never falls below 10⁻³.");
  }

  @Test
  void however_many_measurements_there_are_the_judged_and_the_last_are_drawn() {
    List<ReachAt> many = LongStream.range(0, 301).mapToObj(i -> at(10 * i, 1.0, 1.0, 0.5)).toList();

    for (long judged = 1000; judged < 1100; judged += 10) {
      assertThat(new HeatMap(many, judged, THRESHOLD).steps())
          .contains(judged, 0L, 3000L)
          .hasSizeLessThanOrEqualTo(90);
    }
    assertThat(new HeatMap(many.subList(0, 90), 0, THRESHOLD).steps()).hasSize(90);
  }
}
