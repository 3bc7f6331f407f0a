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
import java.util.stream.Stream;

/**
 * Draws a line for every configuration into one picture, or into one for each value of the settings
 * that no line's look shows. Where one has many, all but the best of each cell are grey.
 *
 * @param id of the picture, or the beginning of it where there are several
 * @param references lines that belong to no configuration, below the others
 * @param baselines level lines in every picture
 * @param hasOthersInGrey whether each picture has the lines of the other pictures, in grey
 */
record CombinedChart(
    Findings findings,
    String id,
    String title,
    Axis x,
    Axis y,
    List<Line> references,
    Optional<KnownBaselines> baselines,
    boolean hasOthersInGrey) {
  /** A picture with more grey lines than this is unreadable. */
  private static final int MOST_OTHERS = 24;

  private static final int MOST_NAMED = 4;

  CombinedChart {
    references = List.copyOf(references);
  }

  /** Of configurations alone. */
  CombinedChart(Findings findings, String id, String title, Axis x, Axis y) {
    this(findings, id, title, x, y, List.of(), Optional.empty(), false);
  }

  /** The same with another line that belongs to no configuration, below the others. */
  CombinedChart withReference(Line reference) {
    List<Line> all = Stream.concat(references.stream(), Stream.of(reference)).toList();
    return new CombinedChart(findings, id, title, x, y, all, baselines, hasOthersInGrey);
  }

  /** The same with level lines in every picture. */
  CombinedChart withBaselines(KnownBaselines known) {
    return new CombinedChart(
        findings, id, title, x, y, references, Optional.of(known), hasOthersInGrey);
  }

  /**
   * The same with the lines of the configurations that have another picture, in grey, unless there
   * are too many.
   */
  CombinedChart withOthersInGrey() {
    return new CombinedChart(findings, id, title, x, y, references, baselines, true);
  }

  /** What a caption says of {@link #withOthersInGrey}. */
  static String othersNote(Findings findings) {
    return isFaceted(findings) && isFewEnough(findings)
        ? " Grey in each picture: the curves of the others."
        : "";
  }

  /** The layout of a figure of these pictures, for which they are as large as they are drawn. */
  static String layout(Findings findings) {
    return isFaceted(findings) ? "half" : "wide";
  }

  private static boolean isFaceted(Findings findings) {
    return findings.pictures().size() > 1;
  }

  private static boolean isFewEnough(Findings findings) {
    return findings.shown().size() <= MOST_OTHERS;
  }

  /** The lines, without marks. */
  List<Figure.Panel> panels(Function<Shown, Optional<OverSeeds>> line, String part) {
    return panels(line, part, it -> List.of());
  }

  /**
   * The pictures that have a line.
   *
   * @param line of a configuration, if it has one
   * @param part what kind of line it is, for the style sheet
   * @param marks on the lines that are coloured
   */
  List<Figure.Panel> panels(
      Function<Shown, Optional<OverSeeds>> line,
      String part,
      Function<Shown, List<Chart.Mark>> marks) {
    Drawing drawing = new Drawing(line, part, marks);
    Map<String, List<Shown>> pictures = findings.pictures();
    boolean isFaceted = isFaceted(findings);
    List<Figure.Panel> panels = new ArrayList<>();
    pictures.forEach(
        (name, members) -> {
          if (members.stream().anyMatch(drawing::has)) {
            Chart chart = chart(members, isFaceted, panels.size(), drawing);
            String heading = isFaceted && name.isEmpty() ? names(members) : name;
            panels.add(new Figure.Panel(heading, "", "", ChartSvg.draw(chart)));
          }
        });
    return panels;
  }

  /** The heading of the picture whose configurations lack the settings that name the others. */
  private static String names(List<Shown> members) {
    return members.size() <= MOST_NAMED
        ? members.stream().map(Shown::brief).collect(Collectors.joining(", "))
        : "the others";
  }

  private Chart chart(List<Shown> members, boolean isFaceted, int number, Drawing drawing) {
    Set<Shown> coloured = findings.coloured(members);
    List<Line> grey = new ArrayList<>();
    List<Line> bright = new ArrayList<>();
    List<Chart.Mark> dots = new ArrayList<>();
    if (hasOthersInGrey && isFewEnough(findings)) {
      findings.shown().stream()
          .filter(it -> !members.contains(it) && drawing.has(it))
          .forEach(it -> grey.add(drawing.grey(it)));
    }
    // The best is drawn last, over the others.
    for (int i = members.size() - 1; i >= 0; i--) {
      Shown it = members.get(i);
      if (drawing.has(it) && coloured.contains(it)) {
        bright.add(drawing.bright(it, !isFaceted));
        dots.addAll(drawing.marks.apply(it));
      } else if (drawing.has(it)) {
        grey.add(drawing.grey(it));
      }
    }
    List<Line> lines = new ArrayList<>(references);
    lines.addAll(grey);
    baselines.ifPresent(known -> lines.addAll(known.lines(x, !isFaceted)));
    lines.addAll(bright);
    Chart chart =
        new Chart(
            isFaceted ? id + "-" + number : id + "-chart",
            title,
            description(grey.size() + bright.size()),
            isFaceted ? 500 : 1000,
            isFaceted ? 280 : 380,
            Chart.Form.FULL,
            x,
            y,
            lines,
            dots);
    return y.log() ? chart.noting(List.of(floor())) : chart;
  }

  private static String description(int configurations) {
    return "One line for each of "
        + Numbers.count(configurations, "configuration", "configurations")
        + ".";
  }

  private Chart.Note floor() {
    return new Chart.Note("floor", "floor: zero is drawn here", x.lower(), y.lower());
  }

  /** How a configuration becomes a line. */
  private record Drawing(
      Function<Shown, Optional<OverSeeds>> line,
      String part,
      Function<Shown, List<Chart.Mark>> marks) {
    boolean has(Shown it) {
      return line.apply(it).filter(its -> !its.mean().isBlank()).isPresent();
    }

    private OverSeeds of(Shown it) {
      return line.apply(it).orElseThrow();
    }

    Line grey(Shown it) {
      return Line.of(it.classes(part + " rest"), it.brief(), of(it).mean());
    }

    Line bright(Shown it, boolean isNamed) {
      Line line = Line.of(it.classes(part), it.brief(), of(it).mean());
      Line named = isNamed ? line.endingIn(it.brief()) : line;
      return of(it).band().map(named::with).orElse(named);
    }
  }
}
