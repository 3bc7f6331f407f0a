package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Chart;
import dev.inputmethod.reports.chart.ChartSvg;
import dev.inputmethod.reports.chart.Line;
import java.util.List;
import java.util.Optional;

/** Draws a configuration's reach without axes, for a row of a table. */
final class ReachSparks {
  private final Findings findings;
  private final Axes axes;
  private final Wording wording;

  ReachSparks(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
    this.wording = findings.wording();
  }

  /** The gradient at the embedded words, on the range of all rows; empty without a measurement. */
  Optional<String> spark(Shown it) {
    return it.inputReach()
        .map(
            reach ->
                ChartSvg.draw(
                    spark(
                        "spark-reach-" + it.index(),
                        "Gradient reach of " + it.brief(),
                        "Norm of the gradient at "
                            + wording.inputs()
                            + " over distance, log axis, on the axes of all rows.",
                        104,
                        36,
                        axes.inputReach(),
                        List.of(line(it, reach, 60)))));
  }

  /**
   * What is left of the gradient, with the threshold of verdicts, for a row of their table; empty
   * without a measurement.
   */
  Optional<String> relativeSpark(Shown it) {
    double threshold = findings.comparison().experiment().thresholds().vanishing();
    return it.reach()
        .relativeInput()
        .map(
            reach ->
                ChartSvg.draw(
                    spark(
                        "verdict-reach-" + it.index(),
                        "What is left of the gradient of " + it.brief(),
                        "g(d)/g(1) at "
                            + wording.inputs()
                            + " over distance d, log axis, on the axes of all rows; the dashed line"
                            + " is the threshold of verdicts.",
                        140,
                        44,
                        axes.relativeReach(),
                        List.of(
                            axes.levelOverDistance("threshold", threshold), line(it, reach, 70)))));
  }

  private Chart spark(
      String id, String title, String text, int width, int height, Axis y, List<Line> lines) {
    return new Chart(
        id, title, text, width, height, Chart.Form.SPARK, axes.distance(), y, lines, List.of());
  }

  private static Line line(Shown it, ReachCurve reach, int points) {
    return Line.of(it.classes("reach"), "reach", reach.trained().mean().thinned(points));
  }
}
