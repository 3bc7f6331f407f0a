package dev.inputmethod.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Draws the gradient's norm over distance at the embedded words, of all configurations in one. */
final class ReachFigures {
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
      figures.add(input());
      if (curves(Reaches::relativeInput).findAny().isPresent()) {
        figures.add(relative());
      }
      figures.add(new LocalFactors(findings, axes).figure());
    }
    return figures;
  }

  /** At the states, and configuration by configuration. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>(new StateFigures(findings, axes).figures());
    if (findings.shown().stream().anyMatch(it -> !it.reach().isEmpty())) {
      figures.add(new ReachApart(findings, axes).figure());
    }
    new PositionFigure(findings).figure().ifPresent(figures::add);
    return figures;
  }

  private Stream<ReachCurve> curves(Function<Reaches, Optional<ReachCurve>> kind) {
    return findings.shown().stream().flatMap(it -> kind.apply(it.reach()).stream());
  }

  private Figure input() {
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
        "How strongly the loss L at the last step, T, depends on "
            + (wording.isOfWords()
                ? "the word d places before the last context word: the L2 norm of the loss’s"
                    + " derivative with respect to that word’s embedding, in nats per unit of the"
                    + " embedding"
                : "the input d steps before it: the L2 norm of the loss’s derivative with respect to"
                    + " that input, in "
                    + ReachNotes.unit(wording)
                    + " per unit of the input")
            + "; mean over the probed contexts, "
            + findings.moment()
            + ". It compares configurations of any size and direction. On the logarithmic axis a"
            + " straight fall is an exponential decay. The dotted line at the bottom is the floor:"
            + " zero, and what is below the axis, is drawn there."
            + ReachNotes.bands("Bands", curves(Reaches::input))
            + ReachNotes.zeros(curves(Reaches::input))
            + ReachNotes.grey(findings),
        CombinedChart.layout(findings),
        panels);
  }

  private Figure relative() {
    double threshold = findings.comparison().experiment().thresholds().vanishing();
    List<Figure.Panel> panels =
        new CombinedChart(
                findings,
                "reach-relative",
                "What is left of the gradient over distance",
                axes.distance(),
                axes.relativeReach())
            .withReference(axes.levelOverDistance("threshold", threshold))
            .withOthersInGrey()
            .panels(it -> it.reach().relativeInput().map(ReachCurve::trained), "reach");
    return new Figure(
        "reach-relative",
        "What is left of it: g(d)/g(1)",
        "The same divided by its value one "
            + wording.place()
            + " back, without unit. 10⁻³: the loss depends a thousand times less on the "
            + (wording.isOfWords()
                ? "word d places back than on the word one place back"
                : "input d steps back than on the input one step back")
            + ". The dashed line is the threshold of verdicts, "
            + Numbers.power(threshold)
            + ". The curve of a bidirectional network rises again at the far end, which its backward"
            + " half reads last and hands to the output; its least value is judged."
            + ReachNotes.relativeBands(curves(Reaches::relativeInput))
            + ReachNotes.zeros(curves(Reaches::relativeInput))
            + ReachNotes.grey(findings),
        CombinedChart.layout(findings),
        panels);
  }
}
