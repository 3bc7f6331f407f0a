package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.chart.Points;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFactorsTest {
  private final Path directory;

  LocalFactorsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private String figure(SyntheticExperiment experiment) {
    Findings findings = Findings.read(experiment.write());
    Figure figure = new LocalFactors(findings, Axes.of(findings.shown())).figure();
    return figure.caption() + figure.panels().get(0).svg();
  }

  private SyntheticExperiment reading(String direction) {
    return new SyntheticExperiment(directory.resolve(direction))
        .sweeping(List.of("rnn", "lstm"), List.of(1L), List.of(direction), List.of(64L))
        .steps(20)
        .context(32)
        .probed();
  }

  @Test
  void each_is_the_ratio_to_the_distance_before() {
    Points factors =
        LocalFactors.factors(new Points(new double[] {0, 1, 2}, new double[] {8, 4, 3}));

    assertThat(factors.x(0)).isEqualTo(1);
    assertThat(factors.y(0)).isEqualTo(0.5);
    assertThat(factors.y(1)).isEqualTo(0.75);
  }

  @Test
  void zeros_have_no_factor() {
    Points factors =
        LocalFactors.factors(
            new Points(new double[] {0, 1, 2, 3, 4}, new double[] {8, 4, 0, 0, 2}));

    assertThat(factors.y(0)).isEqualTo(0.5);
    // 0/4, 0/0 and 2/0.
    assertThat(factors.y(1)).isNaN();
    assertThat(factors.y(2)).isNaN();
    assertThat(factors.y(3)).isNaN();
  }

  @Test
  void the_axis_is_linear_from_0_and_has_1_within_it() {
    assertThat(figure(reading("forward").decaying("lstm", 1L, 7.5).seeds(1, 2, 3)))
        .containsPattern("data-y=\"0\\.0 1\\.[2-4] linear\"")
        .contains("on a linear axis from 0")
        .contains("Sampling noise is more visible here than in g.")
        .contains("Zeros have no factor");
  }

  @Test
  void the_axis_reaches_up_to_the_largest_factor() {
    // A bidirectional RNN's curve rises by e^(1/2.1) = 1.6 a step at the far end, and by noise.
    assertThat(figure(reading("bidirectional")))
        .containsPattern("data-y=\"0\\.0 (1\\.[7-9]|2\\.[0-9]) linear\"");
  }

  @Test
  void one_jump_does_not_press_the_others_flat() {
    assertThat(figure(reading("forward").decaying("lstm", 1L, -0.25)))
        .contains("data-y=\"0.0 3.0 linear\"")
        .containsPattern(
            "Factors above 3\\.0 are drawn at the upper edge; the largest is [4-9][0-9.]*\\.");
  }
}
