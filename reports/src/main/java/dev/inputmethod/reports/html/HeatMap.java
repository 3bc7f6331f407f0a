package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Axis;
import dev.inputmethod.reports.chart.Chart;
import dev.inputmethod.reports.chart.ChartSvg;
import dev.inputmethod.reports.chart.Line;
import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.html.ProbeCurves.ReachAt;
import dev.inputmethod.reports.record.Measurement;
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
  /** More cells than this a screen does not show apart. */
  private static final int MOST_COLUMNS = 90;

  private static final int MOST_ROWS = 64;

  /** Eight decades, then what is below them all, and what grows. */
  private static final int DECADES = 8;

  private static final String FLOOR = "h-floor";
  private static final String GROWN = "h-grown";
  private static final String BROKEN = "h-broken";

  private final double threshold;
  private final List<ReachAt> columns;
  private final int rows;

  /**
   * @param reaches by step, at least one
   * @param threshold of verdicts
   */
  HeatMap(List<ReachAt> reaches, double threshold) {
    this.threshold = threshold;
    this.columns = every(reaches, MOST_COLUMNS);
    this.rows = columns.stream().mapToInt(HeatMap::drawnDistances).max().orElse(0);
  }

  private static List<ReachAt> every(List<ReachAt> reaches, int most) {
    int stride = (reaches.size() + most - 1) / most;
    List<ReachAt> kept = new ArrayList<>();
    for (int i = 0; i < reaches.size(); i += Math.max(1, stride)) {
      kept.add(reaches.get(i));
    }
    return kept;
  }

  private static int drawnDistances(ReachAt reach) {
    return Math.min(reach.norms().size(), Measurement.shownDistances(reach.examples()));
  }

  /** Whether there is a distance to draw. */
  boolean isBlank() {
    return rows < 2;
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

  private static double ratio(ReachAt reach, int distance) {
    double norm = reach.norms().get(distance);
    double near = reach.norms().get(1);
    return norm == 0 && Double.isFinite(near) ? 0 : norm / near;
  }

  /**
   * The picture.
   *
   * @param step the axis that all share
   */
  String draw(String id, String name, Axis step) {
    Map<String, List<Chart.Box>> boxes = new LinkedHashMap<>();
    int stride = Math.max(1, (rows - 1 + MOST_ROWS - 1) / MOST_ROWS);
    for (int d = 1; d < rows; d += stride) {
      addRow(d, stride, step, boxes);
    }
    List<Chart.Area> areas = new ArrayList<>();
    boxes.forEach((colour, its) -> areas.add(new Chart.Area(colour + " heat", its)));
    Points edge = edge(step);
    List<Line> lines =
        edge.isBlank() ? List.of() : List.of(Line.of("limit halo", "", edge), limit(edge));
    return ChartSvg.draw(
        new Chart(
                id,
                "Reach over training of " + name,
                "Ratio of the gradient norm at distance d to that at distance 1, by step and distance. "
                    + summary(),
                500,
                250,
                Chart.Form.FULL,
                step,
                new Axis("distance d, steps back", 0.5, Math.max(1.5, rows - 0.5), false, true),
                lines,
                List.of())
            .over(areas));
  }

  private static Line limit(Points edge) {
    return Line.of("limit", "threshold", edge);
  }

  private void addRow(int d, int stride, Axis step, Map<String, List<Chart.Box>> boxes) {
    int from = 0;
    while (from < columns.size()) {
      Optional<String> colour = colourAt(from, d);
      int to = from + 1;
      while (to < columns.size() && colourAt(to, d).equals(colour)) {
        to++;
      }
      if (colour.isPresent()) {
        boxes
            .computeIfAbsent(colour.get(), unseen -> new ArrayList<>())
            .add(
                new Chart.Box(
                    begin(from, step),
                    begin(to, step),
                    d - 0.5,
                    Math.min(rows - 0.5, d + stride - 0.5)));
      }
      from = to;
    }
  }

  private Optional<String> colourAt(int column, int d) {
    ReachAt reach = columns.get(column);
    return d < drawnDistances(reach) ? Optional.of(colour(ratio(reach, d))) : Optional.empty();
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

  /** The first distance with less than the threshold, as stairs. */
  private Points edge(Axis step) {
    double[] x = new double[2 * columns.size()];
    double[] y = new double[x.length];
    for (int i = 0; i < columns.size(); i++) {
      x[2 * i] = begin(i, step);
      x[2 * i + 1] = begin(i + 1, step);
      double at = firstBelow(columns.get(i)).map(d -> d - 0.5).orElse(Double.NaN);
      y[2 * i] = at;
      y[2 * i + 1] = at;
    }
    return new Points(x, y);
  }

  private Optional<Integer> firstBelow(ReachAt reach) {
    int end = drawnDistances(reach);
    for (int d = 1; d < end; d++) {
      if (ratio(reach, d) < threshold) {
        return Optional.of(d);
      }
    }
    return Optional.empty();
  }

  /** When it vanished, in words. */
  String summary() {
    ReachAt first = columns.get(0);
    ReachAt last = columns.get(columns.size() - 1);
    String limit = Numbers.power(threshold);
    Optional<Integer> before = firstBelow(first);
    Optional<Integer> after = firstBelow(last);
    if (before.isEmpty() && after.isEmpty()) {
      boolean ever = columns.stream().anyMatch(reach -> firstBelow(reach).isPresent());
      return ever
          ? "Falls below " + limit + " for a while, not at the end."
          : "Never falls below " + limit + ".";
    }
    return "Below "
        + limit
        + " "
        + before.map(d -> "from distance " + d + " on").orElse("nowhere")
        + " at step "
        + Numbers.whole(first.step())
        + ", "
        + after.map(d -> "from distance " + d + " on").orElse("nowhere")
        + " at step "
        + Numbers.whole(last.step())
        + ".";
  }
}
