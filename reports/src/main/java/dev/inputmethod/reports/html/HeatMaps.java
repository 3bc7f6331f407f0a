package dev.inputmethod.reports.html;

import dev.inputmethod.reports.record.Best;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws a heat map of reach over training for each trial; all but a few are folded. */
final class HeatMaps {
  /** A page with more loads slowly; then each configuration has that of its best trial alone. */
  private static final int MOST_MAPS = 60;

  private final Findings findings;
  private final Axes axes;

  HeatMaps(Findings findings, Axes axes) {
    this.findings = findings;
    this.axes = axes;
  }

  /** The id of a configuration's first map; empty where it has none. */
  Optional<String> anchor(Shown it) {
    return drawn(it).isEmpty() ? Optional.empty() : Optional.of("heat-" + it.index());
  }

  String caption() {
    return "g(d)/g(1) at "
        + findings.wording().inputs()
        + ", without unit, over training steps (across) and distance d in "
        + findings.wording().places()
        + " back (upwards), "
        + (isCut() ? "of each configuration’s best trial" : "of each trial, the best seed first")
        + ". The colours are fixed decades, the same in every report. The drawn line is the distance"
        + " from which on every distance has less than "
        + Numbers.power(threshold())
        + " left, the threshold of verdicts; a curve that falls below it and rises again, as those of"
        + " bidirectional networks can, has its line above the rise, or none. Blank: fewer than "
        + Measurement.LEAST_EXAMPLES
        + " full contexts, or not measured. Of each cell the best trial is unfolded, among those over"
        + " the most "
        + findings.wording().places()
        + "; open any other.";
  }

  private double threshold() {
    return findings.comparison().experiment().thresholds().vanishing();
  }

  List<GradientSection.Heat> maps() {
    Collection<Shown> unfolded = unfolded();
    List<GradientSection.Heat> maps = new ArrayList<>();
    for (Shown it : findings.shown()) {
      List<GradientFindings.History> drawn = drawn(it);
      for (int nth = 0; nth < drawn.size(); nth++) {
        maps.add(map(it, drawn.get(nth), nth, nth == 0 && unfolded.contains(it)));
      }
    }
    return maps;
  }

  /** Of each cell the first over the longest context, which has the most to vanish. */
  private Collection<Shown> unfolded() {
    Map<String, Shown> unfolded = new HashMap<>();
    for (Shown it : findings.shown()) {
      unfolded.merge(
          it.look().cell(),
          it,
          (chosen, other) -> distances(other) > distances(chosen) ? other : chosen);
    }
    return unfolded.values();
  }

  private static int distances(Shown it) {
    return it.inputReach().map(reach -> reach.trained().mean().size()).orElse(0);
  }

  /** Those that are not blank; the first alone where there are too many for a page. */
  private List<GradientFindings.History> drawn(Shown it) {
    List<GradientFindings.History> all =
        it.gradient().histories().stream().filter(each -> !picture(each).isBlank()).toList();
    return isCut() ? all.subList(0, Math.min(1, all.size())) : all;
  }

  private boolean isCut() {
    return findings.shown().stream().mapToInt(it -> it.gradient().histories().size()).sum()
        > MOST_MAPS;
  }

  private HeatMap picture(GradientFindings.History history) {
    return new HeatMap(history.reaches(), judgedStep(history.trial()), threshold());
  }

  /** That of the best parameters; a trial that failed is judged by its last measurement. */
  private static long judgedStep(TrialRecord trial) {
    return trial
        .best()
        .filter(best -> trial.outcome() instanceof Outcome.Completed)
        .map(Best::step)
        .orElse(Long.MAX_VALUE);
  }

  private GradientSection.Heat map(
      Shown it, GradientFindings.History history, int nth, boolean open) {
    HeatMap map = picture(history);
    String anchor = "heat-" + it.index() + (nth == 0 ? "" : "-" + nth);
    String name = it.brief() + ", seed " + history.trial().seed();
    return new GradientSection.Heat(
        anchor,
        name,
        "c" + it.index(),
        map.summary(),
        open,
        map.draw(anchor + "-chart", name, axes.step(), findings.wording().places()));
  }
}
