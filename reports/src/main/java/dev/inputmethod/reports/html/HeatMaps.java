package dev.inputmethod.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a heat map of reach over training for each trial, folded but for a few. */
final class HeatMaps {
  private final Findings findings;
  private final Axes axes;

  HeatMaps(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
  }

  /** The id of a configuration's first map, that of its best trial. */
  static String anchor(Shown it) {
    return "heat-" + it.index();
  }

  String caption() {
    return "g(d)/g(1) at "
        + findings.wording().inputs()
        + ", without unit, over training steps (across) and distance d"
        + " (upwards), a picture for each trial, a configuration’s best seed first. The colours are fixed decades, the same in"
        + " every report, so that none is stretched to look better or worse. Above the drawn line less"
        + " than "
        + Numbers.power(findings.comparison().experiment().thresholds().vanishing())
        + ", the threshold of verdicts, is left. Blank: fewer than "
        + ReachCurve.LEAST_EXAMPLES
        + " real contexts, or not measured. The best trial of each cell’s first configuration is"
        + " unfolded; open any other.";
  }

  List<GradientSection.Heat> maps() {
    List<Shown> first = findings.firstOfEachCell();
    List<GradientSection.Heat> maps = new ArrayList<>();
    for (Shown it : findings.shown()) {
      List<GradientFindings.History> histories = it.gradient().histories();
      for (int nth = 0; nth < histories.size(); nth++) {
        map(it, nth, nth == 0 && first.contains(it)).ifPresent(maps::add);
      }
    }
    return maps;
  }

  private Optional<GradientSection.Heat> map(Shown it, int nth, boolean open) {
    GradientFindings.History history = it.gradient().histories().get(nth);
    HeatMap map =
        new HeatMap(history.reaches(), findings.comparison().experiment().thresholds().vanishing());
    if (map.isBlank()) {
      return Optional.empty();
    }
    String anchor = anchor(it) + (nth == 0 ? "" : "-" + nth);
    String name = it.brief() + ", seed " + history.trial().seed();
    return Optional.of(
        new GradientSection.Heat(
            anchor,
            name,
            "c" + it.index(),
            map.summary(),
            open,
            map.draw(anchor + "-chart", name, axes.step())));
  }
}
