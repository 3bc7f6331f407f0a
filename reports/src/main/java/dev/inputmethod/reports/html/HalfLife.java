package dev.inputmethod.reports.html;

import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.FittedHalfLife;
import dev.inputmethod.reports.record.Interval;
import java.util.List;
import java.util.Optional;

/**
 * How many steps halve a configuration's gradient, over its seeds.
 *
 * @param fit −ln 2 over the seeds' mean ln(factor), infinite where that is not below 0; with the
 *     least R² of the seeds and the fewest distances
 * @param interval from the lowest to the highest end of the seeds' own 95 % intervals (of a
 *     bootstrap over probe examples), or of the seeds where those have none; empty for one seed
 *     without
 * @param powerLaws seeds whose far distances a power law predicts better
 * @param powerExponent the mean α of those seeds' power laws g ∝ d^(−α); not a number if none
 * @param seeds to whose curves a line was fitted
 * @param unfitted seeds with too few distances for a line
 */
record HalfLife(
    FittedHalfLife fit,
    Optional<Interval> interval,
    int powerLaws,
    double powerExponent,
    int seeds,
    int unfitted) {
  private static final double LN_2 = Math.log(2);

  /**
   * Over the seeds.
   *
   * @param seeds the fits to their curves
   * @param unfitted seeds without one
   */
  static Optional<HalfLife> of(List<Decay> seeds, int unfitted, int contextLength) {
    if (seeds.isEmpty()) {
      return Optional.empty();
    }
    double slope = 0;
    double rSquared = 1;
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    int distances = Integer.MAX_VALUE;
    boolean spread = seeds.size() > 1;
    for (Decay seed : seeds) {
      slope += Math.log(seed.factor()) / seeds.size();
      rSquared = Math.min(rSquared, seed.rSquared());
      distances = Math.min(distances, seed.fitted(contextLength).distances());
      spread |= seed.halfLifeInterval().isPresent();
      low = Math.min(low, seed.halfLifeInterval().map(Interval::low).orElse(seed.halfLife()));
      high = Math.max(high, seed.halfLifeInterval().map(Interval::high).orElse(seed.halfLife()));
    }
    double steps = slope < 0 ? -LN_2 / slope : Double.POSITIVE_INFINITY;
    List<Decay> powerLaws = seeds.stream().filter(Decay::isPowerLawBetter).toList();
    return Optional.of(
        new HalfLife(
            new FittedHalfLife(steps, rSquared, distances, contextLength),
            spread ? Optional.of(new Interval(low, high)) : Optional.empty(),
            powerLaws.size(),
            powerLaws.stream().mapToDouble(Decay::powerExponent).average().orElse(Double.NaN),
            seeds.size(),
            unfitted));
  }

  double steps() {
    return fit.steps();
  }

  int contextLength() {
    return fit.contextLength();
  }

  double rSquared() {
    return fit.rSquared();
  }

  boolean isBeyond() {
    return fit.isBeyond();
  }

  boolean isLongEnough() {
    return fit.isLongEnough();
  }

  boolean isShown() {
    return fit.isShown();
  }

  /** Whether the half-life may stand in a sentence: "> T" may not. */
  boolean isTrustworthy() {
    return isShown() && !isBeyond();
  }

  /** Whether a power law predicts most seeds' far distances better. */
  boolean isPowerLawBetter() {
    return 2 * powerLaws > seeds;
  }

  /** Steps for a reader: {@code 2.4}, or {@code > 32} beyond the context. */
  String text() {
    return fit.text(Numbers::short2);
  }

  /** The interval for a reader: {@code 2.2 to 2.6}; empty where there is none. */
  String intervalText() {
    return interval
        .map(
            it ->
                fit.text(it.low(), Numbers::short2) + " to " + fit.text(it.high(), Numbers::short2))
        .orElse("");
  }
}
