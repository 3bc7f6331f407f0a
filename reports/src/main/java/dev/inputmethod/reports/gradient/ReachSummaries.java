package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Direction;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.ReachSummary;
import java.util.List;
import java.util.Optional;

/** Computes the figures that a verdict rests on from a measurement of reach. */
public final class ReachSummaries {
  private ReachSummaries() {}

  /**
   * Sums one measurement up.
   *
   * @param horizon how far back is judged, steps; beyond the context, its first word is judged
   * @return empty where no curve was measured
   */
  public static Optional<ReachSummary> of(Reach reach, int horizon) {
    List<Double> input = reach.input();
    if (input.isEmpty()) {
      return Optional.empty();
    }
    int last = Math.min(horizon, input.size() - 1);
    double near = input.get(Math.min(1, input.size() - 1));
    double far = isBidirectional(reach) ? least(input, last) : input.get(last);
    return Optional.of(
        new ReachSummary(
            near,
            far,
            ratio(far, near),
            greatest(input),
            growth(reach, last),
            RecurrentGrowth.of(fromOneEnd(reach), last),
            isFinite(reach)));
  }

  /** Whether the network reads both ways, so that both ends of the context are near. */
  public static boolean isBidirectional(Reach reach) {
    return reach.hidden().stream().anyMatch(place -> place.direction() == Direction.BACKWARD);
  }

  /**
   * A curve relative to its value one step back; empty where there is no such step or no gradient
   * at it.
   *
   * @param curve by the number of steps
   */
  public static List<Double> relative(List<Double> curve) {
    if (curve.size() < 2 || curve.get(1) == 0) {
      return List.of();
    }
    return curve.stream().map(norm -> norm / curve.get(1)).toList();
  }

  /**
   * A state's curve relative to its value one step back as its own direction reads; still by
   * distance from the last word.
   */
  public static List<Double> relative(HiddenReach place, List<Double> curve) {
    return bySteps(place, relative(bySteps(place, curve)));
  }

  /**
   * The decay that a trial's half-life is taken from: of the curve at the embedded words; of a
   * bidirectional network, where that has two near ends, of the last layer's forward states.
   */
  public static Optional<Decay> decay(Reach reach) {
    return isBidirectional(reach)
        ? Measurement.Place.lastForward(reach.hidden()).flatMap(HiddenReach::decay)
        : reach.inputDecay();
  }

  /** A state's curve by the number of steps it is away, as its own direction reads. */
  public static List<Double> bySteps(HiddenReach place, List<Double> curve) {
    return place.direction() == Direction.BACKWARD ? DecayFit.reversed(curve) : curve;
  }

  private static double growth(Reach reach, int last) {
    double growth = isBidirectional(reach) ? 0 : growth(reach.input(), last);
    for (List<Double> curve : fromOneEnd(reach)) {
      growth = Math.max(growth, growth(curve, last));
    }
    return growth;
  }

  /**
   * Curves at the states, by steps, that gradient enters from one end only: under a bidirectional
   * layer none is.
   */
  private static List<List<Double>> fromOneEnd(Reach reach) {
    boolean bothWays = isBidirectional(reach);
    int top = reach.hidden().stream().mapToInt(HiddenReach::layer).max().orElse(0);
    return reach.hidden().stream()
        .filter(place -> !bothWays || place.layer() == top)
        .map(place -> bySteps(place, place.state()))
        .toList();
  }

  private static double growth(List<Double> curve, int last) {
    double growth = 0;
    for (int d = 1; d <= Math.min(last, curve.size() - 1); d++) {
      growth = Math.max(growth, ratio(curve.get(d), curve.get(1)));
    }
    return growth;
  }

  private static double ratio(double far, double near) {
    return far == 0 ? 0 : far / near;
  }

  private static double least(List<Double> curve, int last) {
    return curve.subList(Math.min(1, last), last + 1).stream()
        .mapToDouble(Double::doubleValue)
        .min()
        .orElse(Double.NaN);
  }

  private static double greatest(List<Double> curve) {
    return curve.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }

  private static boolean isFinite(Reach reach) {
    return reach.input().stream().allMatch(Double::isFinite)
        && reach.hidden().stream()
            .allMatch(place -> place.state().stream().allMatch(Double::isFinite));
  }
}
