package dev.inputmethod.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a heat map of reach over training for the best trial of each configuration. */
final class HeatMaps {
  private final Findings findings;
  private final Axes axes;

  HeatMaps(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
  }

  String caption() {
    return "g(d)/g(1) at "
        + findings.wording().inputs()
        + ", without unit, over training steps (across) and distance d"
        + " (upwards), of each configuration’s best trial. The colours are fixed decades, the same in"
        + " every report, so that none is stretched to look better or worse. Above the drawn line less"
        + " than "
        + Numbers.power(findings.comparison().experiment().thresholds().vanishing())
        + ", the threshold of verdicts, is left. Blank: fewer than "
        + ReachCurve.LEAST_EXAMPLES
        + " real contexts, or not measured. The first of each cell is unfolded; open any other.";
  }

  List<GradientSection.Heat> maps() {
    List<Shown> first = findings.firstOfEachCell();
    List<GradientSection.Heat> maps = new ArrayList<>();
    for (Shown it : findings.shown()) {
      Optional<GradientFindings.History> history = it.gradient().history();
      if (history.isEmpty()) {
        continue;
      }
      HeatMap map =
          new HeatMap(
              history.get().reaches(), findings.comparison().experiment().thresholds().vanishing());
      if (!map.isBlank()) {
        String anchor = "heat-" + it.index();
        maps.add(
            new GradientSection.Heat(
                anchor,
                it.brief() + ", seed " + history.get().trial().seed(),
                "c" + it.index(),
                map.summary(),
                first.contains(it),
                map.draw(anchor + "-chart", it.brief(), axes.step())));
      }
    }
    return maps;
  }
}
