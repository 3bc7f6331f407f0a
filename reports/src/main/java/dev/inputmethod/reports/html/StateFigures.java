package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Draws the gradient's norm over distance at the top layer's states, of all configurations. */
final class StateFigures {
  private final Findings findings;
  private final Axes axes;
  private final Wording wording;

  StateFigures(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
    this.wording = findings.wording();
  }

  /** As measured, and relative to one step back; none where nothing was measured. */
  List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    if (tops(at -> Optional.of(at.state())).findAny().isPresent()) {
      figures.add(absolute());
    }
    if (tops(StateReach::relative).findAny().isPresent()) {
      figures.add(relative());
    }
    return figures;
  }

  private Stream<ReachCurve> tops(Function<StateReach, Optional<ReachCurve>> kind) {
    return findings.shown().stream()
        .flatMap(it -> it.reach().top().stream())
        .flatMap(at -> kind.apply(at).stream());
  }

  private Figure absolute() {
    return figure(
        "reach-hidden",
        "Gradient at the states over distance",
        "At the states: ‖∂L/∂s(T−d)‖",
        "The norm of the gradient at the states s of the top layer (its forward half if"
            + " bidirectional): h, and of an LSTM h and c together, since h alone understates its memory. In "
            + ReachNotes.unit(wording)
            + " per unit of s. Compare slopes, not heights: norms of s grow with the hidden size and"
            + " differ between directions; the next figure divides the heights out."
            + ReachNotes.bands("Bands", tops(at -> Optional.of(at.state())))
            + ReachNotes.zeros(tops(at -> Optional.of(at.state()))),
        axes.hiddenReach(),
        at -> Optional.of(at.state()));
  }

  private Figure relative() {
    double[] values =
        tops(StateReach::relative).flatMapToDouble(it -> it.trained().logHeights()).toArray();
    return figure(
        "reach-hidden-relative",
        "What is left of the gradient at the states over distance",
        "What is left at the states: ‖∂L/∂s(T−d)‖ / ‖∂L/∂s(T−1)‖",
        "The curves above, each divided by its own value one step back, d = 1, without unit: all are"
            + " 1 there, so that their slopes compare, whatever the hidden size."
            + ReachNotes.relativeBands(tops(StateReach::relative))
            + ReachNotes.zeros(tops(StateReach::relative)),
        Axis.log("relative to d = 1", values),
        StateReach::relative);
  }

  private Figure figure(
      String id,
      String name,
      String title,
      String caption,
      Axis y,
      Function<StateReach, Optional<ReachCurve>> kind) {
    List<Figure.Panel> panels =
        new CombinedChart(findings, id, name, axes.distance(), y)
            .withOthersInGrey()
            .panels(it -> it.reach().top().flatMap(kind).map(ReachCurve::trained), "reach");
    return new Figure(
        id, title, caption + ReachNotes.grey(findings), CombinedChart.layout(findings), panels);
  }
}
