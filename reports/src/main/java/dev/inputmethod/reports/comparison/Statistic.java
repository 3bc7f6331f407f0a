package dev.inputmethod.reports.comparison;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * A metric over the seeds of one configuration.
 *
 * @param deviation sample standard deviation (divisor n − 1); empty for n = 1, where there is none
 * @param n how many seeds, at least 1
 */
public record Statistic(double mean, Optional<Double> deviation, int n) {
  public Statistic {
    if (n < 1) {
      throw new IllegalArgumentException("a statistic needs a value");
    }
  }

  /** The statistic of some values; empty where there are none. */
  public static Optional<Statistic> of(List<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
    Optional<Double> deviation =
        array.length == 1
            ? Optional.empty()
            : Optional.of(new StandardDeviation(true).evaluate(array));
    return Optional.of(new Statistic(new Mean().evaluate(array), deviation, array.length));
  }

  /** Whether it can be compared: NaN and infinities cannot. */
  public boolean isFinite() {
    return Double.isFinite(mean);
  }

  /** Whether the means differ by less than the larger deviation; false where neither has one. */
  public boolean withinTheSpread(Statistic other) {
    double larger = Math.max(deviation.orElse(0.0), other.deviation.orElse(0.0));
    return Math.abs(mean - other.mean) < larger;
  }
}
