package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Chart;
import dev.inputmethod.reports.chart.ChartSvg;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.html.ProbeCurves.ReachAt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Draws g(d)/g(1) of one trial over steps and distance, in colours that are the same in every
 * report, and the distance from which on less than the threshold is left.
 */
final class HeatMap {
  /** More columns than this cannot be told apart on a screen. */
  private static final int MOST_COLUMNS = 90;

  private static final int MOST_ROWS = 64;

  /** Eight decades, then what is below them all, and what grows. */
  private static final int DECADES = 8;

  private static final String FLOOR = "h-floor";
  private static final String GROWN = "h-grown";
  private static final String BROKEN = "h-broken";

  private final double threshold;
  private final List<RelativeColumn> columns;
  private final int rows;
  private final String summary;

  /**
   * @param reaches by step, at least one
   * @param judgedStep the column of the last measurement at or before it is always drawn
   * @param threshold of verdicts
   */
  HeatMap(List<ReachAt> reaches, long judgedStep, double threshold) {
    List<RelativeColumn> all = reaches.stream().map(RelativeColumn::new).toList();
    this.threshold = threshold;
    this.columns = thinned(all, judgedStep);
    this.rows = columns.stream().mapToInt(RelativeColumn::distances).max().orElse(0);
    this.summary = new HeatSummary(all, threshold).text();
  }

  /** Evenly, with the judged column and the last: these are what texts and figures are about. */
  private static List<RelativeColumn> thinned(List<RelativeColumn> all, long judgedStep) {
    int evenly = MOST_COLUMNS - 2;
    int stride = all.size() <= MOST_COLUMNS ? 1 : (all.size() + evenly - 1) / evenly;
    int judged = 0;
    for (int i = 0; i < all.size(); i++) {
      judged = all.get(i).step() <= judgedStep ? i : judged;
    }
    List<RelativeColumn> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i % stride == 0 || i == judged || i == all.size() - 1) {
        kept.add(all.get(i));
      }
    }
    return kept;
  }

  /** The steps of the columns that are drawn. */
  List<Long> steps() {
    return columns.stream().map(RelativeColumn::step).toList();
  }

  /** Whether there is no distance to draw. */
  boolean isBlank() {
    return rows < 2;
  }

  /** When it vanished, in words. */
  String summary() {
    return summary;
  }

  /** What the colours mean, from strong to weak. */
  static List<GradientSection.Swatch> scale() {
    List<GradientSection.Swatch> scale = new ArrayList<>();
    scale.add(new GradientSection.Swatch(GROWN, "10 or more: grows"));
    scale.add(new GradientSection.Swatch("h-0", "0.1 to 10"));
    for (int decade = 1; decade < DECADES; decade++) {
      scale.add(
          new GradientSection.Swatch(
              "h-" + decade, "≥ " + Numbers.power(Math.pow(10, -decade - 1))));
    }
    scale.add(
        new GradientSection.Swatch(
            FLOOR, "floor: below " + Numbers.power(Math.pow(10, -DECADES)) + ", or zero"));
    scale.add(new GradientSection.Swatch(BROKEN, "NaN or infinite"));
    return scale;
  }

  private static String colour(double ratio) {
    if (!Double.isFinite(ratio)) {
      return BROKEN;
    }
    if (ratio >= 10) {
      return GROWN;
    }
    if (ratio < Math.pow(10, -DECADES)) {
      return FLOOR;
    }
    return "h-" + Math.min(DECADES - 1, Math.max(0, (int) Math.floor(-Math.log10(ratio))));
  }

  /**
   * The picture.
   *
   * @param step the axis that all share
   * @param places what distances are counted in, such as {@code words}
   */
  String draw(String id, String name, Axis step, String places) {
    Points edge = edge(step);
    List<Line> lines =
        edge.isBlank()
            ? List.of()
            : List.of(Line.of("limit halo", "", edge), Line.of("limit", "threshold", edge));
    return ChartSvg.draw(
        new Chart(
                id,
                "Reach over training of " + name,
                "Ratio of the gradient’s norm at distance d to that at distance 1, by step and"
                    + " distance. "
                    + summary,
                500,
                250,
                Chart.Form.FULL,
                step,
                new Axis(
                    "distance d, " + places + " back", 0.5, Math.max(1.5, rows - 0.5), false, true),
                lines,
                List.of())
            .over(areas(step)));
  }

  private List<Chart.Area> areas(Axis step) {
    Map<String, List<Chart.Box>> boxes = new LinkedHashMap<>();
    int stride = Math.max(1, (rows - 1 + MOST_ROWS - 1) / MOST_ROWS);
    for (int d = 1; d < rows; d += stride) {
      addRow(d, stride, step, boxes);
    }
    List<Chart.Area> areas = new ArrayList<>();
    boxes.forEach((colour, its) -> areas.add(new Chart.Area(colour + " heat", its)));
    return areas;
  }

  private void addRow(int d, int stride, Axis step, Map<String, List<Chart.Box>> boxes) {
    double top = Math.min(rows - 0.5, d + stride - 0.5);
    int from = 0;
    while (from < columns.size()) {
      Optional<String> colour = colourAt(from, d);
      int to = from + 1;
      while (to < columns.size() && colourAt(to, d).equals(colour)) {
        to++;
      }
      Chart.Box box = new Chart.Box(begin(from, step), begin(to, step), d - 0.5, top);
      colour.ifPresent(it -> boxes.computeIfAbsent(it, unseen -> new ArrayList<>()).add(box));
      from = to;
    }
  }

  private Optional<String> colourAt(int column, int d) {
    RelativeColumn reach = columns.get(column);
    return d < reach.distances() ? Optional.of(colour(reach.ratio(d))) : Optional.empty();
  }

  /** A measurement's column begins half way from the one before. */
  private double begin(int column, Axis step) {
    if (column == 0) {
      return step.lower();
    }
    if (column == columns.size()) {
      double last = (double) columns.get(column - 1).step();
      double width = column > 1 ? last - (double) columns.get(column - 2).step() : step.upper();
      return Math.min(step.upper(), last + width / 2);
    }
    return (columns.get(column - 1).step() + columns.get(column).step()) / 2.0;
  }

  /** Where less than the threshold is left from there on, as stairs. */
  private Points edge(Axis step) {
    double[] x = new double[2 * columns.size()];
    double[] y = new double[x.length];
    for (int i = 0; i < columns.size(); i++) {
      x[2 * i] = begin(i, step);
      x[2 * i + 1] = begin(i + 1, step);
      double at = columns.get(i).belowFrom(threshold).map(d -> d - 0.5).orElse(Double.NaN);
      y[2 * i] = at;
      y[2 * i + 1] = at;
    }
    return new Points(x, y);
  }
}
