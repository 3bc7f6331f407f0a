package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Chart;
import dev.inputmethod.reports.chart.ChartSvg;
import dev.inputmethod.reports.chart.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws the gradient's norm at the states of layers below a bidirectional one, over position. */
final class PositionFigure {
  private static final int POINTS = 120;

  private final Findings findings;

  PositionFigure(Findings findings) {
    this.findings = findings;
  }

  /** Empty where there is no such layer. */
  Optional<Figure> figure() {
    List<Shown> deep =
        findings.shown().stream().filter(it -> !it.reach().overPosition().isEmpty()).toList();
    if (deep.isEmpty()) {
      return Optional.empty();
    }
    Axis x = positions(deep);
    Axis y = Axis.log("‖∂L/∂s(t)‖", heights(deep));
    List<Figure.Panel> panels = new ArrayList<>();
    for (Shown it : deep) {
      String svg = ChartSvg.draw(chart(it, x, y));
      panels.add(new Figure.Panel(it.brief(), "", "c" + it.index(), svg));
    }
    return Optional.of(
        new Figure(
            "reach-positions",
            "Below a bidirectional layer: ‖∂L/∂s(t)‖ over position",
            "The states s of each layer below a bidirectional one, over their position t = T − d: 1 is"
                + " the first "
                + findings.wording().place()
                + " of the context, T the last. The two halves of the layer above hand such a"
                + " state gradient from both ends of the context, so it has no one distance from the"
                + " loss: no decay is fitted to these curves, and none has a half-life. One line for each layer and direction (←, pale: backward), in "
                + ReachNotes.unit(findings.wording())
                + " per unit of s, on a log axis; "
                + findings.moment()
                + ", geometric mean over seeds. All pictures share their axes.",
            "many",
            panels));
  }

  private static Axis positions(List<Shown> deep) {
    int longest =
        deep.stream()
            .flatMap(it -> it.reach().overPosition().stream())
            .mapToInt(StateReach::contextLength)
            .max()
            .orElse(1);
    return Axis.whole("position t, 1 to " + longest, 1, longest);
  }

  private static double[] heights(List<Shown> deep) {
    return deep.stream()
        .flatMap(it -> it.reach().overPosition().stream())
        .flatMapToDouble(at -> at.overPosition().alone().logHeights())
        .toArray();
  }

  private static Chart chart(Shown it, Axis x, Axis y) {
    List<Line> lines = new ArrayList<>();
    it.reach().overPosition().forEach(at -> lines.add(line(it, at)));
    return new Chart(
        "position-" + it.index(),
        "Gradient at the lower states of " + it.brief(),
        "Norm of the gradient at the states over position in the context, log axis.",
        264,
        164,
        Chart.Form.SMALL,
        x,
        y,
        lines,
        List.of());
  }

  private static Line line(Shown it, StateReach at) {
    return Line.of(
            it.classes(at.place().isBackward() ? "back state" : "state"),
            "states, " + at.place(),
            at.overPosition().mean().thinned(POINTS))
        .endingIn(at.place().sign("s"));
  }
}
