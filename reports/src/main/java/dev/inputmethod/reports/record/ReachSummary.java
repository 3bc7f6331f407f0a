package dev.inputmethod.reports.record;

import java.util.Objects;
import java.util.Optional;

/**
 * The figures of one reach measurement that a verdict rests on.
 *
 * @param near g(1) at the embedded words (g(0) where the context is one word)
 * @param far g at the far end that is judged: that of the horizon, or under a bidirectional layer
 *     the least of all distances
 * @param ratio far / near
 * @param largest the greatest g of all distances
 * @param growth the greatest g(d)/g(1), d ≥ 1, at the embedded words and at each layer's states; in
 *     a bidirectional network, where only these get gradient from one end, at the last layer's
 *     states, each direction by the steps it reads
 * @param recurrentGrowth the same at the states alone, as far as most steps contribute to it: no
 *     more than m^(d − 1), m being the median of the local factors κ(2), …, κ(d); empty in records
 *     that are older than it, and where there are fewer than three factors
 * @param finite whether every figure of the measurement is a finite number
 */
public record ReachSummary(
    double near,
    double far,
    double ratio,
    double largest,
    double growth,
    Optional<Double> recurrentGrowth,
    boolean finite) {
  public ReachSummary {
    Objects.requireNonNull(recurrentGrowth, "recurrentGrowth");
  }
}
