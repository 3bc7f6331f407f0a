package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.html.KnownBaselines.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CombinedChartTest {
  private final Findings findings;
  private final CombinedChart plain;
  private final Line threshold;
  private final KnownBaselines baselines =
      new KnownBaselines(Map.of("memoryless", new Level("remembering nothing", 5)));

  CombinedChartTest(@TempDir Path directory) {
    this.findings =
        Findings.read(
            new SyntheticExperiment(directory.resolve("cells"))
                .sweeping(List.of("rnn", "lstm"), List.of(1L), List.of("forward"), List.of(64L))
                .rates(List.of(0.01, 0.001))
                .steps(20)
                .write());
    Axes axes = Axes.of(findings.shown());
    this.plain = new CombinedChart(findings, "loss-all", "Loss", axes.step(), axes.loss());
    this.threshold = axes.levelOverSteps("threshold", 5.5);
  }

  private static List<Figure.Panel> panels(CombinedChart chart) {
    return chart.panels(it -> Optional.of(it.losses().validation()), "valid");
  }

  @Test
  void in_which_order_it_is_put_together_does_not_matter() {
    List<CombinedChart> orders =
        List.of(
            plain.withReference(threshold).withBaselines(baselines).withOthersInGrey(),
            plain.withReference(threshold).withOthersInGrey().withBaselines(baselines),
            plain.withBaselines(baselines).withReference(threshold).withOthersInGrey(),
            plain.withBaselines(baselines).withOthersInGrey().withReference(threshold),
            plain.withOthersInGrey().withReference(threshold).withBaselines(baselines),
            plain.withOthersInGrey().withBaselines(baselines).withReference(threshold));

    List<Figure.Panel> first = panels(orders.get(0));
    assertThat(first).hasSize(2);
    assertThat(first.get(0).svg())
        .contains("class=\"limit\"", "class=\"baseline\"", "valid rest\"");
    for (CombinedChart order : orders) {
      assertThat(order).isEqualTo(orders.get(0));
      assertThat(panels(order)).isEqualTo(first);
    }
  }

  @Test
  void adding_to_it_leaves_it_as_it_was() {
    List<Figure.Panel> before = panels(plain);
    panels(plain.withReference(threshold).withBaselines(baselines).withOthersInGrey());

    assertThat(panels(plain)).isEqualTo(before);
    assertThat(before.get(0).svg()).doesNotContain("limit", "baseline", "rest");
  }

  @Test
  void references_add_up() {
    CombinedChart two = plain.withReference(threshold).withReference(threshold);

    assertThat(panels(two).get(0).svg().split("class=\"limit\"", -1)).hasSize(3);
  }

  @Test
  void a_picture_alone_is_laid_out_as_large_as_it_is_drawn() {
    String facet = findings.shown().get(0).facet();
    List<Figure.Panel> panels =
        plain.panels(
            it -> Optional.of(it.losses().validation()).filter(unused -> it.facet().equals(facet)),
            "valid");

    assertThat(panels).hasSize(1);
    assertThat(panels.get(0).svg()).contains("width=\"500\"");
    assertThat(CombinedChart.layout(findings)).isEqualTo("half");
  }
}
