package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Chart;
import dev.inputmethod.reports.chart.ChartSvg;
import dev.inputmethod.reports.chart.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws the gradient's norm over distance: all configurations in one picture, each in its own, one
 * for a table's row.
 */
final class ReachFigures {
  private static final String READING =
      " The axis is logarithmic: a straight fall is an exponential decay. The line at the bottom is"
          + " the floor: what is zero or below it is drawn on it.";

  private final Findings findings;
  private final Axes axes;
  private final Wording wording;

  ReachFigures(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
    this.wording = findings.wording();
  }

  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    if (findings.shown().stream().anyMatch(it -> it.inputReach().isPresent())) {
      figures.add(inputTogether());
    }
    if (findings.shown().stream().anyMatch(it -> it.topReach().isPresent())) {
      figures.add(hiddenTogether());
    }
    if (!figures.isEmpty()) {
      figures.add(apart());
    }
    return figures;
  }

  /** The input gradient without axes, on the range of all rows; empty without a measurement. */
  Optional<String> spark(Shown it) {
    return it.inputReach()
        .map(
            reach ->
                ChartSvg.draw(
                    new Chart(
                        "spark-reach-" + it.index(),
                        "Gradient reach of " + it.brief(),
                        "Norm of the gradient at "
                            + wording.inputs()
                            + " over distance, log axis, on the axes of all rows.",
                        104,
                        36,
                        Chart.Form.SPARK,
                        axes.distance(),
                        axes.inputReach(),
                        List.of(
                            Line.of(
                                it.classes("reach"), "reach", reach.trained().mean().thinned(60))),
                        List.of())));
  }

  private Figure inputTogether() {
    List<Figure.Panel> panels =
        new Together(
                findings,
                "reach-input",
                "Gradient at " + wording.inputs() + " over distance",
                axes.distance(),
                axes.inputReach())
            .panels(it -> it.inputReach().map(ReachCurve::trained), "reach", it -> List.of());
    return new Figure(
        "reach-input",
        "At " + wording.inputs() + ": ‖∂L/∂x(T−d)‖",
        "How strongly the loss at the last step pulls at "
            + (wording.isOfWords()
                ? "the word d places before the last context word."
                : "what was put in d steps before it.")
            + " This is what compares configurations."
            + READING
            + (findings.isCrowded()
                ? " The best configuration of each cell is coloured, the others are grey."
                : ""),
        panels.size() > 1 ? "half" : "wide",
        panels);
  }

  private Figure hiddenTogether() {
    List<Figure.Panel> panels =
        new Together(
                findings,
                "reach-hidden",
                "Gradient at the hidden states over distance",
                axes.distance(),
                axes.hiddenReach())
            .panels(it -> it.topReach().map(ReachCurve::trained), "reach", it -> List.of());
    return new Figure(
        "reach-hidden",
        "At the hidden states: ‖∂L/∂h(T−d)‖",
        "The same at the hidden states of the top layer, its forward half where it reads both ways."
            + " Compare the slopes, not the heights: norms of h grow with hidden size and differ"
            + " between directions; and an LSTM’s h alone understates its memory, which is in its cell"
            + " state.",
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
        "Thick: at "
            + wording.inputs()
            + ". Thin: at the hidden states of each layer and direction."
            + " Dotted grey: at "
            + wording.inputs()
            + " before the first step, where that was measured."
            + " Bands: one standard deviation over seeds, of the logarithms. All pictures share their"
            + " axes. A half-life is given where a straight line fits at least "
            + ReachFit.LEAST_DISTANCES
            + " distances with R² ≥ "
            + ReachFit.LEAST_R_SQUARED
            + "; what lies below a bidirectional layer has gradient from both ends and gets none.",
        "many",
        panels);
  }

  private String note(Shown it) {
    return it.inputReach()
        .flatMap(ReachCurve::fit)
        .filter(ReachFit::isTrustworthy)
        .map(
            fit ->
                "halves every "
                    + Numbers.short2(fit.halfLife())
                    + " "
                    + wording.places()
                    + ", R² "
                    + Numbers.fixed(fit.rSquared(), 2))
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
              "h, " + place.getKey(),
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
            + ", thin at hidden states.",
        264,
        164,
        Chart.Form.SMALL,
        axes.distance().named("distance d, " + wording.places() + " back"),
        axes.initialReach().with(axes.hiddenReach()).named("‖∂L/∂x‖ and ‖∂L/∂h‖"),
        lines,
        List.of());
  }
}
