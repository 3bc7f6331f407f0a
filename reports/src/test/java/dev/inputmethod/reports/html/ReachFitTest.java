package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.reports.chart.Points;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ReachFitTest {
  private static Points reach(int distances, DoubleUnaryOperator norm) {
    double[] x = new double[distances];
    double[] y = new double[distances];
    for (int d = 0; d < distances; d++) {
      x[d] = d;
      y[d] = norm.applyAsDouble(d);
    }
    return new Points(x, y);
  }

  @Test
  void an_exponential_decay_has_its_half_life() {
    ReachFit fit = ReachFit.of(reach(12, d -> 3 * Math.pow(0.5, d / 4))).orElseThrow();

    assertThat(fit.halfLife()).isCloseTo(4, within(1e-9));
    assertThat(fit.rSquared()).isCloseTo(1, within(1e-9));
    assertThat(fit.isTrustworthy()).isTrue();
  }

  @Test
  void few_distances_a_bend_or_growth_earn_no_words() {
    assertThat(ReachFit.of(reach(7, d -> Math.exp(-d))).orElseThrow().isTrustworthy()).isFalse();
    assertThat(ReachFit.of(reach(20, d -> Math.cosh((d - 10) / 2))).orElseThrow().isTrustworthy())
        .isFalse();
    assertThat(ReachFit.of(reach(20, Math::exp)).orElseThrow().isTrustworthy()).isFalse();
    assertThat(ReachFit.of(reach(20, d -> 1)).orElseThrow().isTrustworthy()).isFalse();
  }

  @Test
  void zeros_and_gaps_do_not_enter_the_fit() {
    Points broken = reach(14, d -> d == 3 ? 0 : d == 5 ? Double.NaN : Math.pow(0.5, d));

    ReachFit fit = ReachFit.of(broken).orElseThrow();

    assertThat(fit.halfLife()).isCloseTo(1, within(1e-9));
    assertThat(fit.distances()).isEqualTo(12);
    assertThat(ReachFit.of(reach(20, d -> 0))).isEmpty();
  }
}
