package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.comparison.Statistic;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The norms of a configuration's gradient and updates over steps, over its seeds.
 *
 * @param global of the whole gradient
 * @param parameters of the gradient of each parameter, by its name
 * @param updates log₁₀(‖Δθ‖/‖θ‖) of each parameter, by its name
 * @param clippedShare of all steps, those whose gradient was clipped, mean over seeds; empty where
 *     none can be
 * @param brokenSteps measured steps of all trials whose loss or gradient is not a finite number
 */
record GradientNorms(
    OverSeeds global,
    Map<String, OverSeeds> parameters,
    Map<String, OverSeeds> updates,
    Optional<Double> clippedShare,
    int brokenSteps) {
  private static final int COLUMNS = 420;
  private static final int SMALL_COLUMNS = 110;

  /** Update ratios are smooth beside norms, and a page has a picture of them for each parameter. */
  private static final int UPDATE_COLUMNS = 45;

  static GradientNorms of(List<Curves> curves, List<Curves> failed) {
    return new GradientNorms(
        OverSeeds.ofLogarithms(curves.stream().map(Curves::globalNorm).toList()).thinned(COLUMNS),
        byParameter(curves, Curves::parameterNorms, OverSeeds::ofLogarithms, SMALL_COLUMNS),
        byParameter(curves, Curves::updateRatios, OverSeeds::ofValues, UPDATE_COLUMNS),
        Statistic.of(curves.stream().flatMap(it -> it.clippedShare().stream()).toList())
            .map(Statistic::mean),
        brokenSteps(curves) + brokenSteps(failed));
  }

  private static Map<String, OverSeeds> byParameter(
      List<Curves> curves,
      Function<Curves, Map<String, Points>> part,
      Function<List<Points>, OverSeeds> mean,
      int columns) {
    Set<String> names = new LinkedHashSet<>();
    curves.forEach(seed -> names.addAll(part.apply(seed).keySet()));
    Map<String, OverSeeds> lines = new LinkedHashMap<>();
    for (String name : names) {
      List<Points> seeds =
          curves.stream().map(seed -> part.apply(seed).getOrDefault(name, Points.none())).toList();
      lines.put(name, mean.apply(seeds).thinned(columns));
    }
    return lines;
  }

  private static int brokenSteps(List<Curves> curves) {
    return curves.stream().mapToInt(Curves::brokenSteps).sum();
  }
}
