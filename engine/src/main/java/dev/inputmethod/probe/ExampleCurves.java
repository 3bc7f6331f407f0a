package dev.inputmethod.probe;

import dev.inputmethod.reports.gradient.DecayFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Each example's norms by distance from the last context word, with means and quantiles. */
final class ExampleCurves {
  private final List<double[]> curves = new ArrayList<>();
  private int longest;

  /**
   * Adds examples.
   *
   * @param norms {@code [batch][time]}
   * @param padding {@code [batch]}: slots at the left that do not count
   */
  void add(double[][] norms, int[] padding) {
    for (int example = 0; example < norms.length; example++) {
      double[] byTime = norms[example];
      double[] byDistance = new double[byTime.length - padding[example]];
      for (int d = 0; d < byDistance.length; d++) {
        byDistance[d] = byTime[byTime.length - 1 - d];
      }
      curves.add(byDistance);
      longest = Math.max(longest, byDistance.length);
    }
  }

  /** Adds examples by the norm of two parts of a vector together. */
  void add(double[][] one, double[][] other, int[] padding) {
    double[][] joint = new double[one.length][];
    for (int example = 0; example < one.length; example++) {
      joint[example] = new double[one[example].length];
      for (int t = 0; t < one[example].length; t++) {
        joint[example][t] = Math.hypot(one[example][t], other[example][t]);
      }
    }
    add(joint, padding);
  }

  boolean isEmpty() {
    return curves.isEmpty();
  }

  /** How many examples have something at each distance. */
  List<Long> counts() {
    long[] counts = new long[longest];
    for (double[] curve : curves) {
      for (int d = 0; d < curve.length; d++) {
        counts[d]++;
      }
    }
    return Arrays.stream(counts).boxed().toList();
  }

  /** Index d is the distance. */
  List<Double> mean() {
    int[] once = new int[curves.size()];
    Arrays.fill(once, 1);
    return mean(once);
  }

  /** The mean curve of each resample. */
  List<List<Double>> resampled(Bootstrap bootstrap) {
    List<List<Double>> means = new ArrayList<>();
    for (int resample = 0; resample < Bootstrap.RESAMPLES; resample++) {
      means.add(mean(bootstrap.counts(resample)));
    }
    return means;
  }

  /** At each distance the value below which a share of the curves lie. */
  static List<Double> quantiles(List<List<Double>> curves, double share) {
    List<Double> quantiles = new ArrayList<>();
    for (int d = 0; d < curves.get(0).size(); d++) {
      double[] values = new double[curves.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = curves.get(i).get(d);
      }
      Arrays.sort(values);
      quantiles.add(DecayFit.quantile(values, share));
    }
    return quantiles;
  }

  private List<Double> mean(int[] drawn) {
    double[] sums = new double[longest];
    long[] counts = new long[longest];
    for (int example = 0; example < drawn.length; example++) {
      double[] curve = curves.get(example);
      for (int d = 0; d < curve.length && drawn[example] > 0; d++) {
        sums[d] += drawn[example] * curve[d];
        counts[d] += drawn[example];
      }
    }
    List<Double> mean = new ArrayList<>();
    for (int d = 0; d < longest; d++) {
      mean.add(sums[d] / counts[d]);
    }
    return mean;
  }
}
