package dev.inputmethod.reports.html;

import dev.inputmethod.reports.comparison.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A configuration's g(far)/g(1) at the best epoch, over its seeds.
 *
 * @param log ln of the ratios that are finite and above 0, over the seeds that have one; −∞ where
 *     all are 0; empty where no seed has one and not all are 0
 * @param zeros seeds with a ratio of 0, which has no logarithm
 * @param broken seeds whose ratio is not a finite number
 * @param seeds all of them
 */
record ReachRatio(Optional<Statistic> log, int zeros, int broken, int seeds) {

  /** Empty where reach was not measured. */
  static Optional<ReachRatio> of(List<Double> ratios) {
    if (ratios.isEmpty()) {
      return Optional.empty();
    }
    List<Double> logs = new ArrayList<>();
    int zeros = 0;
    for (double ratio : ratios) {
      if (ratio == 0) {
        zeros++;
      } else if (Double.isFinite(ratio)) {
        logs.add(Math.log(ratio));
      }
    }
    int all = ratios.size();
    Optional<Statistic> log =
        zeros == all
            ? Optional.of(new Statistic(Double.NEGATIVE_INFINITY, Optional.empty(), all))
            : Statistic.of(logs);
    return Optional.of(new ReachRatio(log, zeros, all - zeros - logs.size(), all));
  }

  /** The geometric mean over the seeds that have a logarithm; 0 where all are 0. */
  Optional<Double> mean() {
    return log.map(statistic -> Math.exp(statistic.mean()));
  }

  /** Which seeds the mean leaves out, such as {@code 2 of 3 seeds; 1 at 0}; empty if none. */
  String leftOut() {
    if (zeros == seeds || zeros + broken == 0) {
      return "";
    }
    List<String> parts = new ArrayList<>();
    parts.add(seeds - zeros - broken + " of " + seeds + " seeds");
    if (zeros > 0) {
      parts.add(zeros + " at 0");
    }
    if (broken > 0) {
      parts.add(broken + " not finite");
    }
    return String.join("; ", parts);
  }
}
