package dev.inputmethod.reports.gradient;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How far a gradient grows on its way back through the states because of the recurrence. Where the
 * output attends to one far step, or a gate of the layer above lets it in, the curve jumps there:
 * one local factor κ(d) = g(d)/g(d − 1) is large. A recurrence that explodes makes most of them
 * large. So of the growth g(d)/g(1) no more counts than m^(d − 1), m being the median of κ(2), …,
 * κ(d).
 */
final class RecurrentGrowth {
  /** With fewer, one jump would be half of them. */
  private static final int FEWEST_FACTORS = 3;

  private RecurrentGrowth() {}

  /**
   * The greatest growth of all curves up to any distance.
   *
   * @param curves by steps
   * @param last the farthest distance that is judged
   */
  static Optional<Double> of(List<List<Double>> curves, int last) {
    Optional<Double> greatest = Optional.empty();
    for (List<Double> curve : curves) {
      List<Double> factors = new ArrayList<>();
      for (int d = 2; d <= Math.min(last, curve.size() - 1); d++) {
        insert(factor(curve.get(d), curve.get(d - 1)), factors);
        if (factors.size() >= FEWEST_FACTORS) {
          double growth =
              Math.min(
                  factor(curve.get(d), curve.get(1)),
                  Math.pow(lowerMedian(factors), factors.size()));
          greatest = Optional.of(Math.max(growth, greatest.orElse(0.0)));
        }
      }
    }
    return greatest;
  }

  /** 0 where the gradient has vanished altogether. */
  private static double factor(double far, double near) {
    return far == 0 ? 0 : far / near;
  }

  private static void insert(double factor, List<Double> sorted) {
    int at = Collections.binarySearch(sorted, factor);
    sorted.add(at < 0 ? -at - 1 : at, factor);
  }

  private static double lowerMedian(List<Double> sorted) {
    return sorted.get((sorted.size() - 1) / 2);
  }
}
