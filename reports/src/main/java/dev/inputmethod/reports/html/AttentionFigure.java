package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Draws how attention is divided among the states of a context, by distance. */
final class AttentionFigure {
  private final Findings findings;
  private final Axes axes;

  AttentionFigure(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
  }

  /** Empty where no configuration has attention. */
  Optional<Figure> figure() {
    return findings.shown().stream().anyMatch(it -> it.gradient().attention().isPresent())
        ? Optional.of(drawn())
        : Optional.empty();
  }

  private Figure drawn() {
    List<Figure.Panel> panels =
        new CombinedChart(
                findings, "attention", "Attention over distance", axes.distance(), weightAxis())
            .panels(it -> it.gradient().attention(), "reach");
    return new Figure(
        "attention",
        "Where attention looks: a(d)",
        "The weight that the output gives to the state d "
            + findings.wording().places()
            + " before the last, from 0 to 1, mean over the probed contexts, at the best epoch; over"
            + " all T states of a context they sum to 1: equal attention to all of them gives 1/T. (A"
            + " scaled dot product prefers the last state, which it compares with itself, before it"
            + " has learned anything.) Weight far back is a way for the gradient that passes no step in"
            + " between. Configurations without attention have no line. Mean over seeds, with a band"
            + " of one standard deviation.",
        panels.size() > 1 ? "half" : "wide",
        panels);
  }

  private Axis weightAxis() {
    double greatest =
        findings.shown().stream()
            .flatMap(it -> it.gradient().attention().stream())
            .flatMapToDouble(AttentionFigure::heights)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return new Axis("weight a(d)", 0, greatest > 0 ? 1.04 * greatest : 1, false, false);
  }

  private static DoubleStream heights(OverSeeds line) {
    return DoubleStream.concat(
        heights(line.mean()),
        line.band().map(Line.Band::high).stream().flatMapToDouble(AttentionFigure::heights));
  }

  private static DoubleStream heights(Points line) {
    return IntStream.range(0, line.size()).mapToDouble(line::y);
  }
}
