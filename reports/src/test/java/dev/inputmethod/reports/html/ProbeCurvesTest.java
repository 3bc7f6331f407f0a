package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Moment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeCurvesTest {
  private static Measurement reach(long step, Moment moment, double norm) {
    return new Measurement.Reach(
        1,
        step,
        moment,
        List.of(256L),
        List.of(norm),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  @Test
  void what_verdicts_rest_on_stands_at_its_step_among_the_others() {
    ProbeCurves.Collector collector = new ProbeCurves.Collector();
    collector.add(reach(0, Moment.INITIAL, 1));
    collector.add(reach(200, Moment.INTERVAL, 2));
    collector.add(reach(400, Moment.INTERVAL, 3));
    collector.add(reach(249, Moment.BEST, 4));

    assertThat(collector.curves().reaches())
        .extracting(ProbeCurves.ReachAt::step)
        .containsExactly(0L, 200L, 249L, 400L);
    assertThat(collector.curves().reaches().get(2).norms()).containsExactly(4.0);
  }

  @Test
  void a_step_is_drawn_once() {
    ProbeCurves.Collector collector = new ProbeCurves.Collector();
    collector.add(reach(200, Moment.INTERVAL, 2));
    collector.add(reach(200, Moment.BEST, 4));

    assertThat(collector.curves().reaches()).hasSize(1);
    assertThat(collector.curves().reaches().get(0).norms()).containsExactly(4.0);
  }
}
