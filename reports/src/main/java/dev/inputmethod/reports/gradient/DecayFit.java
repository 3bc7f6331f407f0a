package dev.inputmethod.reports.gradient;

import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fits ln g(d) = a − d/τ to a curve over the number of steps, from d = 1 on: the gradient at d = 0
 * went through no recurrent step. A power law (Chien and others, arXiv 2105.05944) is fitted beside
 * it.
 */
public final class DecayFit {
  /**
   * Below this a value counts as zero: the fast form of the layers drops numbers below 8·10⁻³¹, and
   * norms near there miss some.
   */
  public static final double FLOOR = 1e-28;

  private static final int FEWEST_DISTANCES = 3;

  /** With fewer the farthest third is one distance. */
  private static final int FEWEST_TO_HOLD_OUT = 6;

  private static final double LN_2 = Math.log(2);

  private DecayFit() {}

  /**
   * Fits a curve, without intervals.
   *
   * @param curve g by the number of steps, 0 first; fitted up to where it first is not a number or
   *     falls below {@link #FLOOR}
   * @return empty where fewer than three distances are left
   */
  public static Optional<Decay> of(List<Double> curve) {
    int end = end(curve);
    int count = end - 1;
    if (count < FEWEST_DISTANCES) {
      return Optional.empty();
    }
    double[] steps = new double[count];
    double[] logSteps = new double[count];
    double[] logs = new double[count];
    for (int i = 0; i < count; i++) {
      steps[i] = i + 1.0;
      logSteps[i] = Math.log(i + 1.0);
      logs[i] = Math.log(curve.get(i + 1));
    }
    LineFit line = LineFit.of(steps, logs, count);
    return Optional.of(
        new Decay(
            1,
            end - 1,
            Math.exp(line.slope()),
            halfLife(line.slope()),
            line.rSquared(),
            Optional.empty(),
            Optional.empty(),
            -LineFit.of(logSteps, logs, count).slope(),
            heldOutError(steps, logs),
            heldOutError(logSteps, logs)));
  }

  /**
   * The same with intervals: 95 % of the fits to resampled curves.
   *
   * @param resampled curves as the bootstrap gives them
   */
  public static Optional<Decay> of(List<Double> curve, List<List<Double>> resampled) {
    Optional<Decay> fit = of(curve);
    double[] factors =
        resampled.stream()
            .flatMap(each -> of(each).stream())
            .mapToDouble(Decay::factor)
            .sorted()
            .toArray();
    if (fit.isEmpty() || factors.length == 0) {
      return fit;
    }
    double low = quantile(factors, 0.025);
    double high = quantile(factors, 0.975);
    Decay it = fit.get();
    return Optional.of(
        new Decay(
            it.from(),
            it.to(),
            it.factor(),
            it.halfLife(),
            it.rSquared(),
            Optional.of(new Interval(low, high)),
            Optional.of(new Interval(halfLife(Math.log(low)), halfLife(Math.log(high)))),
            it.powerExponent(),
            it.heldOutError(),
            it.heldOutPowerError()));
  }

  /** κ_d = g(d)/g(d − 1) at index d − 1: the local factors of a curve. */
  public static List<Double> localFactors(List<Double> curve) {
    Double[] factors = new Double[Math.max(0, curve.size() - 1)];
    for (int d = 1; d < curve.size(); d++) {
      factors[d - 1] = curve.get(d) / curve.get(d - 1);
    }
    return List.of(factors);
  }

  /**
   * The value below which a share of sorted values lies, between two of them by their distance.
   *
   * @param sorted ascending, at least one
   */
  public static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  private static int end(List<Double> curve) {
    int end = 1;
    while (end < curve.size() && Double.isFinite(curve.get(end)) && curve.get(end) > FLOOR) {
      end++;
    }
    return end;
  }

  private static double halfLife(double slope) {
    return slope < 0 ? -LN_2 / slope : Double.POSITIVE_INFINITY;
  }

  /** The error over the farthest third of a line through the others. */
  private static double heldOutError(double[] x, double[] y) {
    int count = x.length < FEWEST_TO_HOLD_OUT ? x.length : x.length - x.length / 3;
    return LineFit.of(x, y, count).error(x, y, count);
  }

  static List<Double> reversed(List<Double> curve) {
    Double[] turned = new Double[curve.size()];
    Arrays.setAll(turned, i -> curve.get(curve.size() - 1 - i));
    return List.of(turned);
  }
}
