package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import java.util.List;
import java.util.Optional;

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
            + " before the last, from 0 to 1, mean over the probed contexts, "
            + findings.moment()
            + ". The weights of a context’s T states sum to 1: equal attention to all of them gives"
            + " 1/T. (Before it has learned anything, a scaled dot product prefers the last state,"
            + " which it compares with itself.) Through a weight far back the gradient takes no step"
            + " in between. Configurations without attention have no line."
            + findings.meanNote(),
        CombinedChart.layout(findings),
        panels);
  }

  private Axis weightAxis() {
    double greatest =
        findings.shown().stream()
            .flatMap(it -> it.gradient().attention().stream())
            .flatMapToDouble(OverSeeds::heights)
            .max()
            .orElse(1);
    return new Axis("weight a(d)", 0, greatest > 0 ? 1.04 * greatest : 1, false, false);
  }
}
