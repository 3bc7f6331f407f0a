package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Chart;
import dev.inputmethod.reports.chart.ChartSvg;
import dev.inputmethod.reports.chart.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Draws a line for every configuration into one picture, or into one for each value of the settings
 * that no line's look shows. Where one has many, all but the best of each cell are grey.
 */
final class Together {
  /** Pictures with more lines that are not their own show nothing. */
  private static final int MOST_OTHERS = 24;

  private static final int MOST_NAMED = 4;

  private final Findings findings;
  private final String id;
  private final String title;
  private final Axis x;
  private final Axis y;
  private Optional<KnownBaselines> levels = Optional.empty();
  private final List<Line> references;
  private boolean amongOthers;

  Together(Findings findings, String id, String title, Axis x, Axis y) {
    this(findings, id, title, x, y, List.of());
  }

  private Together(
      Findings findings, String id, String title, Axis x, Axis y, List<Line> references) {
    this.findings = findings;
    this.id = id;
    this.title = title;
    this.x = x;
    this.y = y;
    this.references = references;
  }

  /** The same with a line that belongs to no configuration, below the others. */
  Together besides(Line reference) {
    return new Together(findings, id, title, x, y, List.of(reference));
  }

  /** With the lines of configurations that have another picture, in grey, unless they are many. */
  Together amongOthers() {
    this.amongOthers = isFewEnough(findings);
    return this;
  }

  /** What a caption says of {@link #amongOthers}. */
  static String othersNote(Findings findings) {
    return findings.pictures().size() > 1 && isFewEnough(findings)
        ? " Grey in each picture: the curves of the others."
        : "";
  }

  private static boolean isFewEnough(Findings findings) {
    return findings.shown().size() <= MOST_OTHERS;
  }

  /** With level lines in every picture. */
  Together beside(KnownBaselines known) {
    this.levels = Optional.of(known);
    return this;
  }

  /**
   * @param line of a configuration, if it has one
   * @param part what kind of line it is, for the style sheet
   * @param marks on the lines that are coloured
   */
  List<Figure.Panel> panels(
      Function<Shown, Optional<OverSeeds>> line,
      String part,
      Function<Shown, List<Chart.Mark>> marks) {
    Map<String, List<Shown>> pictures = findings.pictures();
    List<Figure.Panel> panels = new ArrayList<>();
    pictures.forEach(
        (name, members) -> {
          if (members.stream().noneMatch(it -> isThere(line.apply(it)))) {
            return;
          }
          Chart chart = chart(members, pictures.size() > 1, panels.size(), line, part, marks);
          panels.add(
              new Figure.Panel(
                  pictures.size() > 1 && name.isEmpty() ? names(members) : name,
                  "",
                  "",
                  ChartSvg.draw(chart)));
        });
    return panels;
  }

  /** Above the picture of those that have none of the settings by which the others are named. */
  private static String names(List<Shown> members) {
    return members.size() <= MOST_NAMED
        ? members.stream().map(Shown::brief).collect(Collectors.joining(", "))
        : "the others";
  }

  private Chart chart(
      List<Shown> members,
      boolean faceted,
      int number,
      Function<Shown, Optional<OverSeeds>> line,
      String part,
      Function<Shown, List<Chart.Mark>> marks) {
    Set<Shown> coloured = findings.coloured(members);
    List<Line> grey = new ArrayList<>();
    List<Line> bright = new ArrayList<>();
    List<Chart.Mark> dots = new ArrayList<>();
    for (int i = members.size() - 1; i >= 0; i--) {
      Shown it = members.get(i);
      Optional<OverSeeds> its = line.apply(it);
      if (!isThere(its)) {
        continue;
      }
      if (coloured.contains(it)) {
        bright.add(bright(it, its.get(), part, faceted));
        dots.addAll(marks.apply(it));
      } else {
        grey.add(Line.of(it.classes(part + " rest"), it.brief(), its.get().mean()));
      }
    }
    if (amongOthers) {
      grey.addAll(0, others(members, line, part));
    }
    int configurations = grey.size() + bright.size();
    levels.ifPresent(known -> grey.addAll(known.lines(x, !faceted)));
    grey.addAll(bright);
    grey.addAll(0, references);
    Chart chart =
        new Chart(
            faceted ? id + "-" + number : id + "-chart",
            title,
            "One line for each of "
                + configurations
                + (configurations == 1 ? " configuration." : " configurations."),
            faceted ? 500 : 1000,
            faceted ? 280 : 380,
            Chart.Form.FULL,
            x,
            y,
            grey,
            dots);
    return y.log() && configurations > 0 ? chart.noting(List.of(floor())) : chart;
  }

  private List<Line> others(
      List<Shown> members, Function<Shown, Optional<OverSeeds>> line, String part) {
    List<Line> others = new ArrayList<>();
    for (Shown it : findings.shown()) {
      Optional<OverSeeds> its = line.apply(it);
      if (!members.contains(it) && isThere(its)) {
        others.add(Line.of(it.classes(part + " rest"), it.brief(), its.get().mean()));
      }
    }
    return others;
  }

  private static boolean isThere(Optional<OverSeeds> line) {
    return line.isPresent() && !line.get().mean().isBlank();
  }

  private Chart.Note floor() {
    return new Chart.Note("floor", "floor: zero is drawn here", x.lower(), y.lower());
  }

  private static Line bright(Shown it, OverSeeds its, String part, boolean faceted) {
    Line line = Line.of(it.classes(part), it.brief(), its.mean());
    Line named = faceted ? line : line.endingIn(it.brief());
    return its.band().map(named::with).orElse(named);
  }
}
