package dev.inputmethod.reports.html;

import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Interval;
import java.util.List;
import java.util.Optional;

/**
 * How many steps halve a configuration's gradient, over its seeds.
 *
 * @param steps −ln 2 over the seeds' mean ln(per-step factor); infinite where that is not below 0
 * @param factor exp of that mean
 * @param interval from the lowest to the highest end of the seeds' own 95 % intervals (of a
 *     bootstrap over probe examples), or of the seeds where those have none; empty for one seed
 *     without
 * @param rSquared the least of the seeds'
 * @param distances the fewest that a seed's line rests on
 * @param powerLaws seeds whose far distances a power law foretells better
 * @param seeds how many
 * @param contextLength T, words
 */
record HalfLife(
    double steps,
    double factor,
    Optional<Interval> interval,
    double rSquared,
    int distances,
    int powerLaws,
    int seeds,
    int contextLength) {
  private static final double LN_2 = Math.log(2);

  static Optional<HalfLife> of(List<Decay> seeds, int contextLength) {
    if (seeds.isEmpty()) {
      return Optional.empty();
    }
    double slope = 0;
    double rSquared = 1;
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    int distances = Integer.MAX_VALUE;
    int powerLaws = 0;
    boolean spread = seeds.size() > 1;
    for (Decay seed : seeds) {
      slope += Math.log(seed.factor()) / seeds.size();
      rSquared = Math.min(rSquared, seed.rSquared());
      distances = Math.min(distances, seed.to() - seed.from() + 1);
      powerLaws += seed.isPowerLawBetter() ? 1 : 0;
      spread |= seed.halfLifeInterval().isPresent();
      low = Math.min(low, seed.halfLifeInterval().map(Interval::low).orElse(seed.halfLife()));
      high = Math.max(high, seed.halfLifeInterval().map(Interval::high).orElse(seed.halfLife()));
    }
    return Optional.of(
        new HalfLife(
            slope < 0 ? -LN_2 / slope : Double.POSITIVE_INFINITY,
            Math.exp(slope),
            spread ? Optional.of(new Interval(low, high)) : Optional.empty(),
            rSquared,
            distances,
            powerLaws,
            seeds.size(),
            contextLength));
  }

  /** Whether it is longer than the context, so that none of its distances tells it. */
  boolean isBeyond() {
    return steps > contextLength;
  }

  /** Whether there are distances enough to judge a decay at all. */
  boolean isLongEnough() {
    return distances >= Decay.LEAST_DISTANCES;
  }

  /** Whether there is a figure to show: of a decay that is exponential, or of none to be seen. */
  boolean isShown() {
    return isLongEnough() && (isBeyond() || rSquared >= Decay.LEAST_R_SQUARED);
  }

  /** Whether the half-life may be told in words. */
  boolean isTrustworthy() {
    return isLongEnough() && rSquared >= Decay.LEAST_R_SQUARED && !isBeyond();
  }

  /** Whether most seeds' far distances are foretold better by a power law. */
  boolean isPowerLawBetter() {
    return 2 * powerLaws > seeds;
  }

  /** Steps for a reader: {@code 2.4}, or {@code > 32} beyond the context. */
  String text() {
    return text(steps);
  }

  /** The interval for a reader: {@code 2.2 to 2.6}; empty where there is none. */
  String intervalText() {
    return interval.map(it -> text(it.low()) + " to " + text(it.high())).orElse("");
  }

  private String text(double value) {
    return value > contextLength ? "> " + contextLength : Numbers.short2(value);
  }
}
