package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.record.FittedHalfLife;
import dev.inputmethod.reports.record.Interval;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfLifeFigureTest {
  private static final int CONTEXT = 32;
  private static final Statistic ONE_SEED = new Statistic(4.7, Optional.empty(), 1);

  private final Shown shown;

  HalfLifeFigureTest(@TempDir Path directory) {
    this.shown =
        Findings.read(
                new SyntheticExperiment(directory.resolve("cells"))
                    .sweeping(List.of("lstm"), List.of(1L), List.of("forward"), List.of(64L))
                    .steps(10)
                    .write())
            .shown()
            .get(0);
  }

  private List<Line> bars(double steps, double low, double high, Statistic loss) {
    Optional<Interval> interval = Optional.of(new Interval(low, high));
    return HalfLifeFigure.bars(shown, halfLife(steps, interval), loss);
  }

  private static HalfLife halfLife(double steps, Optional<Interval> interval) {
    FittedHalfLife fit = new FittedHalfLife(steps, 0.99, 31, CONTEXT);
    return new HalfLife(fit, interval, 0, Double.NaN, 1, 0);
  }

  @Test
  void an_interval_beyond_the_context_has_no_bar() {
    assertThat(bars(60, 40, 90, ONE_SEED)).isEmpty();
    assertThat(bars(60, 32, 90, ONE_SEED)).isEmpty();
  }

  @Test
  void an_interval_ends_where_the_context_does() {
    Line bar = bars(40, 20, 90, ONE_SEED).get(0);

    assertThat(bar.points().x(0)).isEqualTo(20);
    assertThat(bar.points().x(1)).isEqualTo(CONTEXT);
  }

  @Test
  void the_deviation_of_the_loss_stands_at_the_point() {
    List<Line> bars = bars(60, 40, 90, new Statistic(4.7, Optional.of(0.25), 3));

    assertThat(bars).hasSize(1);
    assertThat(bars.get(0).points().x(0)).isEqualTo(CONTEXT);
    assertThat(bars.get(0).points().y(0)).isEqualTo(4.45);
    assertThat(bars.get(0).points().y(1)).isEqualTo(4.95);
  }

  @Test
  void without_an_interval_there_is_no_bar_of_it() {
    HalfLife one = halfLife(5, Optional.empty());

    assertThat(HalfLifeFigure.bars(shown, one, ONE_SEED)).isEmpty();
  }
}
