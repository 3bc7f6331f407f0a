package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Chart;
import dev.inputmethod.reports.chart.ChartSvg;
import dev.inputmethod.reports.chart.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Draws small pictures over steps, each with a line for every configuration that has values. The
 * numbers at the ends of lines are the configurations' places in the tables.
 */
final class SmallPictures {
  private static final int WIDTH = 264;

  /** Leaves room for as many numbers below each other as there are lines in colour. */
  private static final int HEIGHT = 172;

  private final Findings findings;
  private final Axis steps;
  private final Set<Shown> coloured;

  SmallPictures(Findings findings, Axis steps) {
    this.findings = findings;
    this.steps = steps;
    this.coloured = findings.coloured(findings.shown());
  }

  /** What a caption says of numbers and colours. */
  String note() {
    return findings.shown().size() == 1
        ? ""
        : " Numbers are those of the tables’ # column."
            + (coloured.size() < findings.shown().size() ? findings.colouredNote() : "");
  }

  /**
   * One picture; empty where no configuration has a line.
   *
   * @param part what kind of lines they are, for the style sheet
   * @param behind lines of no configuration
   */
  Optional<String> draw(
      String id,
      String title,
      Axis y,
      String part,
      List<Line> behind,
      Function<Shown, Optional<OverSeeds>> line) {
    List<Line> lines = lines(part, line);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<Line> all = new ArrayList<>(behind);
    all.addAll(lines);
    return Optional.of(
        ChartSvg.draw(
            new Chart(
                id,
                title,
                "Over steps, one line for each configuration that has values.",
                WIDTH,
                HEIGHT,
                Chart.Form.SMALL,
                steps,
                y,
                all,
                List.of())));
  }

  /** Grey lines first, so that colours lie above them; the best configuration is uppermost. */
  private List<Line> lines(String part, Function<Shown, Optional<OverSeeds>> line) {
    List<Line> grey = new ArrayList<>();
    List<Line> bright = new ArrayList<>();
    for (int i = findings.shown().size() - 1; i >= 0; i--) {
      Shown it = findings.shown().get(i);
      Optional<OverSeeds> its = line.apply(it).filter(values -> !values.mean().isBlank());
      if (its.isEmpty()) {
        continue;
      }
      if (coloured.contains(it)) {
        bright.add(bright(it, part, its.get()));
      } else {
        grey.add(Line.of(it.classes(part + " rest"), it.brief(), its.get().mean()));
      }
    }
    grey.addAll(bright);
    return grey;
  }

  private Line bright(Shown it, String part, OverSeeds its) {
    Line line = Line.of(it.classes(part), it.brief(), its.mean());
    Line banded = its.band().map(line::with).orElse(line);
    return findings.shown().size() == 1
        ? banded
        : banded.endingIn(Integer.toString(it.index() + 1));
  }
}
