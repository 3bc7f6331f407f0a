package dev.inputmethod.reports.html;

import dev.inputmethod.reports.chart.Points;
import dev.inputmethod.reports.comparison.Comparison;
import dev.inputmethod.reports.comparison.ConfigurationResult;
import dev.inputmethod.reports.comparison.Statistic;
import dev.inputmethod.reports.gradient.ConfigurationVerdict;
import dev.inputmethod.reports.gradient.DecayFit;
import dev.inputmethod.reports.gradient.ReachSummaries;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.ReachSummary;
import dev.inputmethod.reports.record.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A configuration's verdict, and what was probed of its gradient.
 *
 * @param verdict of its seeds' majority; empty where no record has what it rests on
 * @param halfLife over its seeds; empty where no decay could be fitted
 * @param reachRatio g(far)/g(1) at the best epoch, over seeds; empty where reach was not measured
 * @param summary of one trial, for what seeds share: context, horizon, examples
 * @param spectra over steps, by {@link Probed} names
 * @param saturation over steps, likewise
 * @param attention weight over distance at the best epoch; empty without attention
 * @param histories the reach of each trial over training, the best trial first, the others by seed;
 *     empty where it was not measured
 */
record GradientFindings(
    Optional<ConfigurationVerdict> verdict,
    Optional<HalfLife> halfLife,
    Optional<ReachRatio> reachRatio,
    Optional<GradientSummary> summary,
    Map<String, OverSeeds> spectra,
    Map<String, OverSeeds> saturation,
    Optional<OverSeeds> attention,
    List<History> histories) {
  private static final int COLUMNS = 110;

  /** The reach of one trial over training. */
  record History(TrialRecord trial, List<ProbeCurves.ReachAt> reaches) {}

  static GradientFindings of(
      Comparison comparison,
      ConfigurationResult result,
      List<TrialRecord> trials,
      List<Curves> curves) {
    List<Decay> decays = new ArrayList<>();
    int contextLength = 0;
    for (int i = 0; i < trials.size(); i++) {
      decay(trials.get(i), curves.get(i)).ifPresent(decays::add);
      contextLength = Math.max(contextLength, contextLength(trials.get(i), curves.get(i)));
    }
    List<ProbeCurves> probes = curves.stream().map(Curves::probes).toList();
    return new GradientFindings(
        ConfigurationVerdict.of(comparison, result, new PageNotation()),
        HalfLife.of(decays, trials.size() - decays.size(), contextLength),
        reachRatio(trials),
        trials.stream().flatMap(trial -> trial.gradient().stream()).findFirst(),
        over(probes, ProbeCurves::spectra),
        over(probes, ProbeCurves::saturation),
        attention(curves),
        histories(result, trials, curves));
  }

  /** g(far)/g(1), geometric mean over seeds. */
  Optional<Double> ratio() {
    return reachRatio.flatMap(ReachRatio::mean);
  }

  /** Its logarithm, over seeds. */
  Optional<Statistic> logRatio() {
    return reachRatio.flatMap(ReachRatio::log);
  }

  /** The fit in the record; for an older record, which has none, a fit to the measured curve. */
  private static Optional<Decay> decay(TrialRecord trial, Curves curves) {
    Optional<Decay> recorded = trial.gradient().flatMap(GradientSummary::decay);
    return recorded.isPresent() || trial.gradient().isPresent()
        ? recorded
        : curves.bestReach().flatMap(GradientFindings::decay);
  }

  private static Optional<Decay> decay(Measurement.Reach reach) {
    if (!ReachSummaries.isBidirectional(reach)) {
      return DecayFit.of(withExamples(reach, reach.input()));
    }
    return Measurement.Place.lastForward(reach.hidden())
        .flatMap(place -> DecayFit.of(withExamples(reach, place.state())));
  }

  private static List<Double> withExamples(Measurement.Reach reach, List<Double> curve) {
    int end = Measurement.shownDistances(reach.examples());
    return curve.subList(0, Math.min(curve.size(), end));
  }

  private static int contextLength(TrialRecord trial, Curves curves) {
    return trial
        .gradient()
        .map(GradientSummary::contextLength)
        .orElse(curves.bestReach().map(reach -> reach.input().size()).orElse(0));
  }

  private static Optional<ReachRatio> reachRatio(List<TrialRecord> trials) {
    return ReachRatio.of(
        trials.stream()
            .flatMap(trial -> trial.gradient().stream())
            .flatMap(gradient -> gradient.reach().stream())
            .map(ReachSummary::ratio)
            .toList());
  }

  private static Map<String, OverSeeds> over(
      List<ProbeCurves> seeds, Function<ProbeCurves, Map<String, Points>> part) {
    Set<String> names = new LinkedHashSet<>();
    seeds.forEach(seed -> names.addAll(part.apply(seed).keySet()));
    Map<String, OverSeeds> lines = new LinkedHashMap<>();
    for (String name : names) {
      List<Points> points =
          seeds.stream().map(seed -> part.apply(seed).getOrDefault(name, Points.none())).toList();
      lines.put(name, OverSeeds.ofValues(points).thinned(COLUMNS));
    }
    return lines;
  }

  private static Optional<OverSeeds> attention(List<Curves> curves) {
    List<Points> seeds =
        curves.stream()
            .flatMap(seed -> seed.bestAttention().stream())
            .map(seen -> ReachCurve.drawn(seen.examples(), seen.weights()))
            .toList();
    OverSeeds line = OverSeeds.ofValues(seeds);
    return line.mean().isBlank() ? Optional.empty() : Optional.of(line);
  }

  private static List<History> histories(
      ConfigurationResult result, List<TrialRecord> trials, List<Curves> curves) {
    TrialRecord best = result.bestTrial().orElse(trials.get(0));
    List<History> histories = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      if (!curves.get(i).probes().reaches().isEmpty()) {
        histories.add(new History(trials.get(i), curves.get(i).probes().reaches()));
      }
    }
    histories.sort(
        Comparator.<History, Boolean>comparing(it -> !it.trial().equals(best))
            .thenComparing(it -> it.trial().seed()));
    return histories;
  }
}
