package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Chart;
import dev.inputmethod.reports.chart.ChartSvg;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.record.Decay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws the gradient's norm over distance in a picture for each configuration. */
final class ReachApart {
  private static final int POINTS = 120;

  private final Findings findings;
  private final Axes axes;
  private final Wording wording;

  ReachApart(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
    this.wording = findings.wording();
  }

  private Stream<ReachCurve> input() {
    return findings.shown().stream().flatMap(it -> it.inputReach().stream());
  }

  Figure figure() {
    List<Figure.Panel> panels = new ArrayList<>();
    for (Shown it : findings.shown()) {
      if (!it.reach().isEmpty()) {
        panels.add(
            new Figure.Panel(it.brief(), note(it), "c" + it.index(), ChartSvg.draw(chart(it))));
      }
    }
    boolean isLstm =
        findings.shown().stream().flatMap(it -> topAlone(it).stream()).findAny().isPresent();
    boolean isTurned =
        findings.shown().stream().anyMatch(it -> !it.reach().overPosition().isEmpty());
    return new Figure(
        "reach-each",
        "Reach, configuration by configuration",
        "Thick, x: g(d), at "
            + wording.inputs()
            + ". Thin, s: at the states of each layer, the lowest first, and direction; a state is h,"
            + " of an LSTM h and c together. "
            + (isLstm ? "Dash-dotted, h: h alone at an LSTM’s top layer. " : "")
            + "Dotted grey: g(d) before the first step, where that was measured. In "
            + ReachNotes.unit(wording)
            + " per unit of x or s, "
            + findings.moment()
            + "."
            + ReachNotes.bands("Bands around x", input())
            + ReachNotes.zeros(input())
            + " All pictures share their axes. A half-life is given where a straight line fits at"
            + " least "
            + Decay.LEAST_DISTANCES
            + " distances with R² ≥ "
            + Decay.LEAST_R_SQUARED
            + ", of bidirectional networks at the top layer’s forward states. A backward direction"
            + " (←) reads from the far end, so its curve rises with distance."
            + (isTurned ? " Layers below a bidirectional one are drawn in the next figure." : ""),
        "many",
        panels);
  }

  private static Optional<StateReach> topAlone(Shown it) {
    return it.reach().top().filter(at -> at.hiddenAlone().isPresent());
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
        lines(it),
        List.of());
  }

  private static List<Line> lines(Shown it) {
    List<Line> lines = new ArrayList<>();
    it.inputReach()
        .flatMap(ReachCurve::initial)
        .ifPresent(
            before ->
                lines.add(
                    Line.of(
                        it.classes("first"), "before training", before.mean().thinned(POINTS))));
    for (StateReach at : it.reach().overDistance()) {
      lines.add(states(it, at));
    }
    topAlone(it)
        .flatMap(at -> at.hiddenAlone().map(alone -> alone(it, at, alone)))
        .ifPresent(lines::add);
    it.inputReach()
        .ifPresent(
            reach -> {
              OverSeeds trained = reach.trained().thinned(POINTS);
              Line line = Line.of(it.classes("reach"), "x", trained.mean()).endingIn("x");
              lines.add(trained.band().map(line::with).orElse(line));
            });
    return lines;
  }

  private static Line states(Shown it, StateReach at) {
    return Line.of(
            it.classes("hidden"),
            "states, " + at.place(),
            at.state().trained().mean().thinned(POINTS))
        .endingIn(at.place().sign("s"));
  }

  private static Line alone(Shown it, StateReach at, ReachCurve alone) {
    return Line.of(
            it.classes("alone"), "h alone, " + at.place(), alone.trained().mean().thinned(POINTS))
        .endingIn(at.place().sign("h"));
  }
}
