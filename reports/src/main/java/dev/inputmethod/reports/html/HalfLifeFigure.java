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

/** Draws half-life against validation loss, one point for each configuration. */
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
    return new Figure(
        "half-life",
        "Does reaching farther pay? Half-life against validation loss",
        caption(pointed),
        "wide",
        List.of(new Figure.Panel("", "", "", ChartSvg.draw(chart(pointed)))));
  }

  private Chart chart(List<Shown> pointed) {
    List<Line> bars = new ArrayList<>();
    List<Chart.Mark> marks = new ArrayList<>();
    List<Chart.Note> notes = new ArrayList<>();
    for (Shown it : pointed) {
      HalfLife halfLife = it.gradient().halfLife().orElseThrow();
      Statistic loss = it.result().validation().orElseThrow();
      double at = Math.min(halfLife.steps(), halfLife.contextLength());
      String part = halfLife.isBeyond() ? "beyond" : "point";
      bars.addAll(bars(it, halfLife, loss));
      marks.add(new Chart.Mark(it.classes(part), it.brief(), at, loss.mean()));
      String number = Integer.toString(it.index() + 1);
      notes.add(new Chart.Note(it.classes("number"), number, at, loss.mean()));
    }
    return new Chart(
            "half-life-loss",
            "Half-life against validation loss",
            "One point for each configuration; the table of verdicts lists the figures.",
            1000,
            340,
            Chart.Form.FULL,
            Axis.whole(
                "half-life of the gradient, " + findings.wording().places() + " back",
                0,
                farthest(pointed)),
            Axis.linear(axes.loss().label(), losses(pointed)),
            bars,
            marks)
        .noting(notes);
  }

  private String caption(List<Shown> pointed) {
    boolean isBeyond =
        pointed.stream().anyMatch(it -> it.gradient().halfLife().orElseThrow().isBeyond());
    return "One point for each configuration, numbered as in the table above. Across: the half-life"
        + " τ·ln 2 of its gradient at the best epoch, in "
        + findings.wording().places()
        + " back, with the interval of the table. Upwards: best validation "
        + findings.wording().lossAxis()
        + (findings.hasSpread()
            ? ", mean over seeds and one standard deviation to each side"
            : ", of one seed")
        + "; lower is better."
        + (isBeyond
            ? " A hollow point is drawn at its context’s length T: the half-life lies beyond it."
            : "")
        + (pointed.size() < findings.shown().size()
            ? " Configurations without a half-life, or with a loss beyond the axes of the pictures"
                + " below, have no point."
            : "")
        + " No trend means that reach made no difference here. This is correlation, not causation.";
  }

  /** The longest half-life, at most its context, with a little air. */
  private static double farthest(List<Shown> pointed) {
    double farthest = 1;
    for (Shown it : pointed) {
      HalfLife halfLife = it.gradient().halfLife().orElseThrow();
      double high = Math.max(halfLife.steps(), halfLife.interval().map(Interval::high).orElse(0.0));
      farthest = Math.max(farthest, Math.min(halfLife.contextLength(), high));
    }
    return Math.ceil(1.1 * farthest);
  }

  /** The half-life's interval as far as the context goes, and the loss's deviation. */
  static List<Line> bars(Shown it, HalfLife halfLife, Statistic loss) {
    List<Line> bars = new ArrayList<>();
    double end = halfLife.contextLength();
    double low = halfLife.interval().map(Interval::low).filter(from -> from < end).orElse(end);
    double high = Math.min(halfLife.interval().map(Interval::high).orElse(end), end);
    if (low < high) {
      bars.add(bar(it, low, high, loss.mean(), loss.mean()));
    }
    double at = Math.min(halfLife.steps(), end);
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
