package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Chart;
import dev.inputmethod.reports.chart.ChartSvg;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.record.LearnedTask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Draws the loss over steps: all configurations in one picture, each in its own, and one for a
 * table's row.
 */
final class LossFigures {
  private final Findings findings;
  private final Axes axes;
  private final Wording wording;
  private final KnownBaselines known;

  LossFigures(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
    this.wording = findings.wording();
    this.known = KnownBaselines.of(findings.shown());
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    if (findings.shown().stream().allMatch(it -> it.losses().isBlank())) {
      return figures;
    }
    figures.add(together());
    figures.add(apart());
    return figures;
  }

  /** Training and validation without axes, on the range of all rows. */
  String spark(Shown it) {
    Chart chart =
        new Chart(
            "spark-loss-" + it.index(),
            "Loss of " + it.brief(),
            "Training (thin) and validation (thick) "
                + wording.loss()
                + " over steps, on the axes of all rows.",
            104,
            36,
            Chart.Form.SPARK,
            axes.step(),
            axes.loss(),
            List.of(
                Line.of(it.classes("train"), "training", it.losses().training().mean().thinned(60)),
                Line.of(
                    it.classes("valid"),
                    "validation",
                    it.losses().validation().mean().thinned(60))),
            List.of());
    return ChartSvg.draw(chart);
  }

  private Figure together() {
    Axis zoomed = validationAxis();
    List<Figure.Panel> panels =
        new CombinedChart(findings, "loss-all", "Validation " + wording.loss(), axes.step(), zoomed)
            .withBaselines(known)
            .panels(it -> Optional.of(it.losses().validation()), "valid", this::marks);
    return new Figure(
        "loss-all",
        "Validation " + wording.loss() + " over training",
        formula()
            + ", of the validation split at the end of each epoch; lower is better. Each line is one"
            + " configuration."
            + findings.meanNote()
            + " Dots: each seed’s best epoch."
            + known.caption()
            + (axes.lossIsCut() ? " What lies beyond the axis is drawn at its edge." : "")
            + (findings.isCrowded() ? findings.colouredNote() : ""),
        CombinedChart.layout(findings),
        panels);
  }

  private Figure apart() {
    List<Figure.Panel> panels = new ArrayList<>();
    for (Shown it : findings.shown()) {
      panels.add(
          new Figure.Panel(it.brief(), note(it), "c" + it.index(), ChartSvg.draw(chart(it))));
    }
    return new Figure(
        "loss-each",
        "Training and validation, configuration by configuration",
        formula()
            + ". Thin: of single training batches. Thick: of the validation split at the end of each"
            + " epoch. Dots: each seed’s best epoch."
            + findings.meanNote()
            + (findings.comparison().failed().isEmpty()
                ? ""
                : " Dotted: training of trials that failed.")
            + " All pictures share their axes."
            + known.caption()
            + (axes.lossIsCut()
                ? " The highest few training losses lie beyond the axis and are drawn at its edge."
                : ""),
        "many",
        panels);
  }

  /** The loss with its formula and its unit, at the beginning of a sentence. */
  private String formula() {
    String unit = wording.task().map(LearnedTask::lossUnit).orElse("each task’s own unit");
    String mean =
        switch (wording.loss()) {
          case "cross-entropy" -> ", the mean of −ln p(right answer)";
          case "mean squared error" -> ", the mean of (answer − right answer)²";
          default -> "";
        };
    return wording.capitalLoss() + mean + ", " + (unit.isEmpty() ? "without unit" : "in " + unit);
  }

  private static String note(Shown it) {
    int failed = it.result().failed().size();
    return failed == 0 ? "" : it.result().completed().isEmpty() ? "failed" : failed + " failed";
  }

  private Chart chart(Shown it) {
    Line training =
        Line.of(it.classes("train"), "training", it.losses().training().mean().thinned(150));
    Line validation = Line.of(it.classes("valid"), "validation", it.losses().validation().mean());
    List<Line> lines = new ArrayList<>(known.lines(axes.step(), false));
    for (Points failed : it.losses().failedTraining()) {
      lines.add(Line.of(it.classes("failed"), "training of a failed trial", failed.thinned(100)));
    }
    lines.add(training);
    lines.add(it.losses().validation().band().map(validation::with).orElse(validation));
    return new Chart(
        "loss-" + it.index(),
        "Loss of " + it.brief(),
        wording.capitalLoss() + " over steps; training thin, validation thick.",
        264,
        164,
        Chart.Form.SMALL,
        axes.step(),
        axes.loss(),
        lines,
        marks(it));
  }

  private List<Chart.Mark> marks(Shown it) {
    List<Chart.Mark> marks = new ArrayList<>();
    for (int i = 0; i < it.losses().best().size(); i++) {
      marks.add(
          new Chart.Mark(
              it.classes("best"), "best epoch", it.losses().best().x(i), it.losses().best().y(i)));
    }
    return marks;
  }

  private Axis validationAxis() {
    DoubleStream drawn =
        findings.shown().stream().flatMapToDouble(it -> it.losses().validation().heights());
    return Axis.linear(
        axes.loss().label(),
        DoubleStream.concat(Arrays.stream(known.values()), drawn)
            .filter(loss -> loss <= axes.loss().upper())
            .toArray());
  }
}
