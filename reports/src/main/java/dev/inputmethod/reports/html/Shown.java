package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.record.Best;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A configuration as a report shows it: its name, its look, and its seeds' lines as one.
 *
 * @param index its place in the report; {@code c} and it is the class of its lines
 * @param result its figures
 * @param brief its name in charts and tables
 * @param spoken its name in sentences
 * @param facet what no line's look shows of it; empty if there is nothing
 * @param look how its lines look
 * @param training over steps
 * @param validation over steps
 * @param best each seed's best epoch as a point on {@code validation}'s axes
 * @param globalNorm over steps
 * @param parameterNorms over steps, by the parameter's name
 * @param inputReach over distance
 * @param relativeReach the same divided by g(1)
 * @param hiddenReach over distance, by layer and direction
 * @param failedTraining what the failed trials came to, over steps
 * @param clippedShare of all steps, those whose gradient was clipped, mean over seeds
 * @param brokenSteps measured steps with a loss or gradient that is no finite number
 * @param gradient its verdict and what was probed
 */
record Shown(
    int index,
    ConfigurationResult result,
    String brief,
    String spoken,
    String facet,
    Look look,
    OverSeeds training,
    OverSeeds validation,
    Points best,
    OverSeeds globalNorm,
    Map<String, OverSeeds> parameterNorms,
    Optional<ReachCurve> inputReach,
    Optional<ReachCurve> relativeReach,
    Map<String, ReachCurve> hiddenReach,
    List<Points> failedTraining,
    Optional<Double> clippedShare,
    int brokenSteps,
    GradientFindings gradient) {
  private static final int COLUMNS = 420;
  private static final int SMALL_COLUMNS = 110;

  /**
   * The measurements of a configuration's completed trials, or of the failed ones if none was
   * completed.
   */
  static Shown of(
      int index,
      Comparison comparison,
      ConfigurationResult result,
      Function<TrialRecord, Curves> measurements,
      Naming naming,
      List<Long> hiddenSizes) {
    List<TrialRecord> trials = result.completed().isEmpty() ? result.failed() : result.completed();
    List<Curves> curves = trials.stream().map(measurements).toList();
    List<Curves> failed =
        result.completed().isEmpty()
            ? List.of()
            : result.failed().stream().map(measurements).toList();
    Look look = Look.of(result.configuration(), hiddenSizes);
    return new Shown(
        index,
        result,
        naming.brief(result.configuration()),
        naming.spoken(result.configuration()),
        naming.facet(result.configuration()),
        look,
        OverSeeds.ofValues(curves.stream().map(Curves::training).toList()).thinned(COLUMNS),
        OverSeeds.ofValues(curves.stream().map(Curves::validation).toList()).thinned(COLUMNS),
        best(trials, curves),
        OverSeeds.ofLogarithms(curves.stream().map(Curves::globalNorm).toList()).thinned(COLUMNS),
        parameterNorms(curves),
        ReachCurve.ofInput(curves),
        ReachCurve.ofRelativeInput(curves),
        ReachCurve.ofHidden(curves),
        failed.stream().map(it -> it.training().thinned(COLUMNS)).toList(),
        Statistic.of(curves.stream().flatMap(it -> it.clippedShare().stream()).toList())
            .map(Statistic::mean),
        brokenSteps(curves) + brokenSteps(failed),
        GradientFindings.of(comparison, result, trials, curves));
  }

  /** The class of this configuration's lines, and how their part is painted. */
  String classes(String part) {
    return "c" + index + " " + part;
  }

  /** How many trials its lines are of. */
  int seeds() {
    return isOfFailedTrials() ? result.failed().size() : result.completed().size();
  }

  /** Whether its lines are of failed trials, since no other ended. */
  boolean isOfFailedTrials() {
    return result.completed().isEmpty();
  }

  /** ‖∂L/∂h‖ of the top layer's forward half, which every configuration has. */
  Optional<ReachCurve> topReach() {
    Optional<ReachCurve> top = Optional.empty();
    for (Map.Entry<String, ReachCurve> place : hiddenReach.entrySet()) {
      if (place.getKey().endsWith("forward")) {
        top = Optional.of(place.getValue());
      }
    }
    return top;
  }

  private static int brokenSteps(List<Curves> curves) {
    return curves.stream().mapToInt(Curves::brokenSteps).sum();
  }

  private static Points best(List<TrialRecord> trials, List<Curves> curves) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      Points validation = curves.get(i).validation();
      long step = trials.get(i).best().map(Best::step).orElse(-1L);
      for (int j = 0; j < validation.size(); j++) {
        if (validation.x(j) == step) {
          points.add(new double[] {step, validation.y(j)});
        }
      }
    }
    return new Points(
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray());
  }

  private static Map<String, OverSeeds> parameterNorms(List<Curves> curves) {
    Set<String> names = new LinkedHashSet<>();
    curves.forEach(seed -> names.addAll(seed.parameterNorms().keySet()));
    Map<String, OverSeeds> norms = new LinkedHashMap<>();
    for (String name : names) {
      List<Points> seeds =
          curves.stream()
              .map(seed -> seed.parameterNorms().getOrDefault(name, Points.none()))
              .toList();
      norms.put(name, OverSeeds.ofLogarithms(seeds).thinned(SMALL_COLUMNS));
    }
    return norms;
  }
}
