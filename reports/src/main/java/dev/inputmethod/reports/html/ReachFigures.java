package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Chart;
import dev.inputmethod.reports.chart.ChartSvg;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.gradient.DecayFit;
import dev.inputmethod.reports.record.Decay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Draws the gradient's norm over distance: all configurations in one picture, each in its own, one
 * for a table's row.
 */
final class ReachFigures {
  private static final String READING =
      " The axis is logarithmic: a straight fall is an exponential decay. The dotted line at the bottom"
          + " is the floor: what is zero, or below it, is drawn on it. Bands: one standard deviation"
          + " of the logarithms over seeds; of a single seed, 95 % of a bootstrap over the probed"
          + " contexts. Where a seed is exactly zero, so is the geometric mean: the line lies on the"
          + " floor, and its band reaches up to the largest seed.";

  private final Findings findings;
  private final Axes axes;
  private final Wording wording;

  ReachFigures(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
    this.wording = findings.wording();
  }

  /**
   * All configurations at the embedded words: as measured, relative to one step back, and each
   * distance relative to the one before.
   */
  List<Figure> together() {
    List<Figure> figures = new ArrayList<>();
    if (findings.shown().stream().anyMatch(it -> it.inputReach().isPresent())) {
      figures.add(inputTogether());
      figures.add(relativeTogether());
      figures.add(factorsTogether());
    }
    return figures;
  }

  /** At the states, and configuration by configuration. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    if (findings.shown().stream().anyMatch(it -> it.topReach().isPresent())) {
      figures.add(hiddenTogether());
    }
    if (findings.shown().stream()
        .anyMatch(it -> it.inputReach().isPresent() || it.topReach().isPresent())) {
      figures.add(apart());
    }
    return figures;
  }

  /**
   * What is left of the gradient, with the threshold of verdicts, for a row of their table; empty
   * without a measurement.
   */
  Optional<String> relativeSpark(Shown it) {
    return it.relativeReach()
        .map(
            reach ->
                ChartSvg.draw(
                    spark(
                        "verdict-reach-" + it.index(),
                        "What is left of the gradient of " + it.brief(),
                        "g(d)/g(1) at "
                            + wording.inputs()
                            + " over distance d, log axis, on the axes of all"
                            + " rows; the dashed line is the threshold of verdicts.",
                        140,
                        44,
                        axes.relativeReach(),
                        List.of(threshold(), sparkLine(it, reach, 70)))));
  }

  private Chart spark(
      String id, String title, String text, int width, int height, Axis y, List<Line> lines) {
    return new Chart(
        id, title, text, width, height, Chart.Form.SPARK, axes.distance(), y, lines, List.of());
  }

  private static Line sparkLine(Shown it, ReachCurve reach, int points) {
    return Line.of(it.classes("reach"), "reach", reach.trained().mean().thinned(points));
  }

  private Line threshold() {
    return level("threshold", findings.comparison().experiment().thresholds().vanishing());
  }

  private Line level(String name, double height) {
    return Line.of(
        "limit",
        name,
        new Points(
            new double[] {axes.distance().lower(), axes.distance().upper()},
            new double[] {height, height}));
  }

  /** The input gradient without axes, on the range of all rows; empty without a measurement. */
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
                        List.of(sparkLine(it, reach, 60)))));
  }

  private Figure inputTogether() {
    List<Figure.Panel> panels =
        new CombinedChart(
                findings,
                "reach-input",
                "Gradient at " + wording.inputs() + " over distance",
                axes.distance(),
                axes.inputReach())
            .withOthersInGrey()
            .panels(it -> it.inputReach().map(ReachCurve::trained), "reach");
    return new Figure(
        "reach-input",
        "How far back the gradient reaches: g(d) = mean ‖∂L/∂x(T−d)‖",
        "How strongly the loss at the last step, T, pulls at "
            + (wording.isOfWords()
                ? "the word d places before the last context word: the L2 norm of the loss’s"
                    + " derivative by that word’s embedding, in nats per unit of the embedding"
                : "what was put in d steps before it: the L2 norm of the loss’s derivative by that"
                    + " step’s input")
            + ", mean over the probed contexts, "
            + findings.moment()
            + ". It compares configurations of any size and direction."
            + READING
            + crowded(),
        panels.size() > 1 ? "half" : "wide",
        panels);
  }

  private Figure relativeTogether() {
    List<Figure.Panel> panels =
        new CombinedChart(
                findings,
                "reach-relative",
                "What is left of the gradient over distance",
                axes.distance(),
                axes.relativeReach())
            .withReference(threshold())
            .withOthersInGrey()
            .panels(it -> it.relativeReach().map(ReachCurve::trained), "reach");
    return new Figure(
        "reach-relative",
        "What is left of it: g(d)/g(1)",
        "The same divided by its value one step back, without unit: 10⁻³ means that what is d back moves"
            + " the parameters a thousand times less than the last but one. The dashed line is the"
            + " threshold of verdicts, "
            + Numbers.power(findings.comparison().experiment().thresholds().vanishing())
            + "; a curve that falls below it has a small slope. A bidirectional network’s rises again"
            + " at the far end, where its backward half ends; its least value counts."
            + crowded(),
        panels.size() > 1 ? "half" : "wide",
        panels);
  }

  private Figure factorsTogether() {
    double[] factors =
        findings.shown().stream()
            .flatMap(it -> factors(it).stream())
            .flatMapToDouble(it -> IntStream.range(0, it.mean().size()).mapToDouble(it.mean()::y))
            .toArray();
    List<Figure.Panel> panels =
        new CombinedChart(
                findings,
                "reach-factors",
                "Local factors of the gradient over distance",
                axes.distance(),
                Axis.log("κ(d)", factors))
            .withReference(level("1", 1))
            .withOthersInGrey()
            .panels(ReachFigures::factors, "reach");
    return new Figure(
        "reach-factors",
        "What one more step back leaves: κ(d) = g(d)/g(d−1)",
        "The local factors of g, without unit, on a log axis; geometric mean over seeds. A level curve"
            + " is an exponential decay, one that rises towards the dashed line at 1 a decay that"
            + " slows down with distance; above 1 the gradient grows. What is 0 has no factor. Chance"
            + " in the probed contexts shows more here than in g."
            + crowded(),
        panels.size() > 1 ? "half" : "wide",
        panels);
  }

  /** Those of a geometric mean over seeds are the geometric means of the seeds' own. */
  private static Optional<OverSeeds> factors(Shown it) {
    return it.inputReach()
        .map(reach -> reach.trained().mean())
        .filter(curve -> curve.size() > 1)
        .map(curve -> new OverSeeds(factors(curve), Optional.empty()));
  }

  private static Points factors(Points curve) {
    double[] distances = IntStream.range(1, curve.size()).mapToDouble(curve::x).toArray();
    List<Double> norms = IntStream.range(0, curve.size()).mapToObj(curve::y).toList();
    return new Points(
        distances,
        DecayFit.localFactors(norms).stream().mapToDouble(Double::doubleValue).toArray());
  }

  private String crowded() {
    return (findings.isCrowded() ? findings.colouredNote() : "")
        + CombinedChart.othersNote(findings);
  }

  private Figure hiddenTogether() {
    List<Figure.Panel> panels =
        new CombinedChart(
                findings,
                "reach-hidden",
                "Gradient at the states over distance",
                axes.distance(),
                axes.hiddenReach())
            .withOthersInGrey()
            .panels(it -> it.topReach().map(ReachCurve::trained), "reach");
    return new Figure(
        "reach-hidden",
        "At the states: ‖∂L/∂s(T−d)‖",
        "The same at the top layer’s states s, its forward half where it reads both ways: h, and of an"
            + " LSTM h and c together, since h alone understates its memory. In units of the loss per unit of s."
            + " Compare the slopes, not the heights: norms of s grow with hidden size and differ"
            + " between directions."
            + CombinedChart.othersNote(findings),
        panels.size() > 1 ? "half" : "wide",
        panels);
  }

  private Figure apart() {
    List<Figure.Panel> panels = new ArrayList<>();
    for (Shown it : findings.shown()) {
      if (it.inputReach().isPresent() || !it.hiddenReach().isEmpty()) {
        panels.add(
            new Figure.Panel(it.brief(), note(it), "c" + it.index(), ChartSvg.draw(chart(it))));
      }
    }
    return new Figure(
        "reach-each",
        "Reach, configuration by configuration",
        "Thick: g(d), at "
            + wording.inputs()
            + ". Thin: at the states of each layer and direction (h, and of an LSTM h and c"
            + " together). Dotted grey: g(d) before the first step, where that was"
            + " measured. Bands: one standard deviation over seeds, of the logarithms. All pictures"
            + " share their axes. A half-life is given where a straight line fits at least "
            + Decay.LEAST_DISTANCES
            + " distances with R² ≥ "
            + Decay.LEAST_R_SQUARED
            + ". A backward direction reads from the far end, so its curve rises with distance; and a"
            + " layer below a bidirectional one has gradient from both ends, so its curve is no decay.",
        "many",
        panels);
  }

  private String note(Shown it) {
    return it.gradient()
        .halfLife()
        .filter(HalfLife::isTrustworthy)
        .map(
            halfLife ->
                "halves every "
                    + halfLife.text()
                    + " "
                    + wording.places()
                    + ", R² "
                    + Numbers.fixed(halfLife.rSquared(), 2))
        .orElse("");
  }

  private Chart chart(Shown it) {
    List<Line> lines = new ArrayList<>();
    it.inputReach()
        .flatMap(ReachCurve::initial)
        .ifPresent(
            before ->
                lines.add(
                    Line.of(it.classes("first"), "before training", before.mean().thinned(120))));
    for (Map.Entry<String, ReachCurve> place : it.hiddenReach().entrySet()) {
      lines.add(
          Line.of(
              it.classes("hidden"),
              "states, " + place.getKey(),
              place.getValue().trained().mean().thinned(120)));
    }
    it.inputReach()
        .ifPresent(
            reach -> {
              OverSeeds trained = reach.trained().thinned(120);
              Line line = Line.of(it.classes("reach"), "x", trained.mean());
              lines.add(trained.band().map(line::with).orElse(line));
            });
    return new Chart(
        "reach-" + it.index(),
        "Gradient reach of " + it.brief(),
        "Norm of the gradient over distance, log axis; thick at "
            + wording.inputs()
            + ", thin at the states.",
        264,
        164,
        Chart.Form.SMALL,
        axes.distance().named("distance d, " + wording.places() + " back"),
        axes.initialReach().with(axes.hiddenReach()).named("‖∂L/∂x‖ and ‖∂L/∂s‖"),
        lines,
        List.of());
  }
}
