package dev.inputmethod.probe;

import dev.inputmethod.task.SeedStreams;
import java.util.List;

/** The largest singular value of J_n⋯J_1, without ever forming the product. */
final class JacobianProduct {
  /** Long products have one direction that outgrows the others at once; short ones are cheap. */
  private static final int MOST_FACTORS_APPLIED = 400;

  private static final int FEWEST_ITERATIONS = 6;
  private static final double ENOUGH = 1e-7;

  private JacobianProduct() {}

  /**
   * ln σ_max, by power iteration on PᵀP; −∞ where the product is zero.
   *
   * @param factors the first one applied first
   */
  static double logNorm(List<StepJacobian> factors) {
    int size = factors.get(0).size();
    double[] v = start(size);
    double log = Double.NEGATIVE_INFINITY;
    int iterations = Math.max(FEWEST_ITERATIONS, MOST_FACTORS_APPLIED / factors.size());
    for (int i = 0; i < iterations; i++) {
      double last = log;
      log = 0;
      for (StepJacobian factor : factors) {
        v = factor.times(v);
        log += normalise(v);
      }
      double forward = log;
      for (int f = factors.size() - 1; f >= 0; f--) {
        v = factors.get(f).transposedTimes(v);
        log += normalise(v);
      }
      // ‖PᵀP·v‖ ≤ σ²: half its logarithm rises to ln σ.
      log = Double.isFinite(forward) ? log / 2 : forward;
      if (!Double.isFinite(log) || Math.abs(log - last) < ENOUGH) {
        return log;
      }
    }
    return log;
  }

  /** No direction of it is likely to be missing, and it is always the same. */
  private static double[] start(int size) {
    double[] v = new double[size];
    for (int i = 0; i < size; i++) {
      v[i] = (SeedStreams.derive(i, "jacobian", 0) >> 11) * 0x1p-53 + 0x1p-20;
    }
    normalise(v);
    return v;
  }

  /** Gives the logarithm of the norm that was taken out. */
  private static double normalise(double[] v) {
    double squares = 0;
    for (double each : v) {
      squares += each * each;
    }
    double norm = Math.sqrt(squares);
    for (int i = 0; i < v.length && norm > 0; i++) {
      v[i] /= norm;
    }
    return Math.log(norm);
  }
}
