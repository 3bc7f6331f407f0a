package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Chart;
import dev.inputmethod.reports.chart.ChartSvg;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.record.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws half-life against validation loss, one point a configuration. */
final class HalfLifeFigure {
  private final Findings findings;
  private final Axes axes;

  HalfLifeFigure(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
  }

  /** Empty where fewer than two configurations have both. */
  Optional<Figure> figure() {
    List<Shown> pointed =
        findings.shown().stream()
            .filter(HalfLifeFigure::hasBoth)
            .filter(it -> mean(it) <= axes.loss().upper())
            .toList();
    return pointed.size() < 2 ? Optional.empty() : Optional.of(figure(pointed));
  }

  private static double mean(Shown it) {
    return it.result().validation().map(Statistic::mean).orElse(Double.NaN);
  }

  private static boolean hasBoth(Shown it) {
    return it.gradient().halfLife().map(HalfLife::isShown).orElse(false)
        && it.result().isRankable();
  }

  private Figure figure(List<Shown> pointed) {
    Axis x =
        Axis.whole(
            "half-life of the gradient, " + findings.wording().places() + " back",
            0,
            farthest(pointed));
    Axis y = Axis.linear(axes.loss().label(), losses(pointed));
    List<Line> bars = new ArrayList<>();
    List<Chart.Mark> marks = new ArrayList<>();
    List<Chart.Note> notes = new ArrayList<>();
    boolean beyond = false;
    for (Shown it : pointed) {
      HalfLife halfLife = it.gradient().halfLife().orElseThrow();
      Statistic loss = it.result().validation().orElseThrow();
      double at = Math.min(halfLife.steps(), halfLife.contextLength());
      beyond |= halfLife.isBeyond();
      bars.addAll(bars(it, halfLife, loss, at));
      marks.add(
          new Chart.Mark(
              it.classes(halfLife.isBeyond() ? "beyond" : "point"), it.brief(), at, loss.mean()));
      notes.add(
          new Chart.Note(it.classes("number"), Integer.toString(it.index() + 1), at, loss.mean()));
    }
    Chart chart =
        new Chart(
                "half-life-loss",
                "Half-life against validation loss",
                "One point a configuration; the table of verdicts lists the figures.",
                1000,
                340,
                Chart.Form.FULL,
                x,
                y,
                bars,
                marks)
            .noting(notes);
    return new Figure(
        "half-life",
        "Does reaching farther pay? Half-life against validation loss",
        "One point a configuration, numbered as in the table above. Across: the half-life τ·ln 2 of its"
            + " gradient at the best epoch, in "
            + findings.wording().places()
            + " back, with the interval of the table. Upwards: best validation "
            + findings.wording().lossAxis()
            + ", mean over seeds and one standard deviation to each side; lower is better."
            + (beyond
                ? " A hollow point is drawn at its context’s length: the half-life lies beyond it."
                : "")
            + (pointed.size() < findings.shown().size()
                ? " Configurations without a half-life, or without a loss within the axes of the pictures below, have no point."
                : "")
            + " Points that lie together show that reach decided nothing here; a figure such as this"
            + " shows what goes together, not what causes what.",
        "wide",
        List.of(new Figure.Panel("", "", "", ChartSvg.draw(chart))));
  }

  /** From 0 always; as far as the longest half-life, at most its context, with a little air. */
  private static double farthest(List<Shown> pointed) {
    double farthest = 1;
    for (Shown it : pointed) {
      HalfLife halfLife = it.gradient().halfLife().orElseThrow();
      double high = Math.max(halfLife.steps(), halfLife.interval().map(Interval::high).orElse(0.0));
      farthest = Math.max(farthest, Math.min(halfLife.contextLength(), high));
    }
    return Math.ceil(1.1 * farthest);
  }

  private static List<Line> bars(Shown it, HalfLife halfLife, Statistic loss, double at) {
    List<Line> bars = new ArrayList<>();
    Optional<Interval> interval = halfLife.interval();
    if (interval.isPresent()) {
      double high = Math.min(interval.get().high(), halfLife.contextLength());
      bars.add(bar(it, interval.get().low(), high, loss.mean(), loss.mean()));
    }
    loss.deviation().ifPresent(sd -> bars.add(bar(it, at, at, loss.mean() - sd, loss.mean() + sd)));
    return bars;
  }

  private static Line bar(Shown it, double left, double right, double bottom, double top) {
    return Line.of(
        it.classes("bar"),
        it.brief(),
        new Points(new double[] {left, right}, new double[] {bottom, top}));
  }

  private static double[] losses(List<Shown> pointed) {
    List<Double> values = new ArrayList<>();
    for (Shown it : pointed) {
      Statistic loss = it.result().validation().orElseThrow();
      values.add(loss.mean() - loss.deviation().orElse(0.0));
      values.add(loss.mean() + loss.deviation().orElse(0.0));
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
