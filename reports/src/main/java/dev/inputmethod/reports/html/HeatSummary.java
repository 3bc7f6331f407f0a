package dev.inputmethod.reports.html;

import java.util.List;
import java.util.Optional;

/** Says in words when a trial's gradient vanished, from its measurements of reach over training. */
final class HeatSummary {
  private final List<RelativeColumn> columns;
  private final double threshold;

  /**
   * @param columns all of them, by step; at least one
   * @param threshold of verdicts
   */
  HeatSummary(List<RelativeColumn> columns, double threshold) {
    this.columns = List.copyOf(columns);
    this.threshold = threshold;
  }

  String text() {
    List<RelativeColumn> sound = columns.stream().filter(it -> !it.isBroken()).toList();
    if (sound.isEmpty()) {
      return "NaN or infinite at every measurement.";
    }
    return sound(sound) + broken(columns.stream().filter(RelativeColumn::isBroken).toList());
  }

  private String sound(List<RelativeColumn> sound) {
    String limit = Numbers.power(threshold);
    if (sound.stream().noneMatch(it -> it.isBelowSomewhere(threshold))) {
      return "Never falls below " + limit + ".";
    }
    RelativeColumn first = sound.get(0);
    RelativeColumn last = sound.get(sound.size() - 1);
    if (!first.isBelowSomewhere(threshold) && !last.isBelowSomewhere(threshold)) {
      return "Falls below " + limit + " for a while, not at the end.";
    }
    return "Below "
        + limit
        + " "
        + where(first)
        + " at step "
        + Numbers.whole(first.step())
        + (sound.size() == 1 ? "" : ", " + where(last) + " at step " + Numbers.whole(last.step()))
        + ".";
  }

  private String where(RelativeColumn column) {
    Optional<Integer> from = column.belowFrom(threshold);
    return from.map(d -> "from distance " + d + " on")
        .orElse(
            column.isBelowSomewhere(threshold)
                ? "at some distances, not at the farthest"
                : "nowhere");
  }

  private String broken(List<RelativeColumn> broken) {
    return broken.isEmpty()
        ? ""
        : " NaN or infinite at "
            + broken.size()
            + " of "
            + Numbers.count(columns.size(), "measurement", "measurements")
            + ", first at step "
            + Numbers.whole(broken.get(0).step())
            + ".";
  }
}
