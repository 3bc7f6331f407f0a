package dev.inputmethod.probe;

import java.util.ArrayList;
import java.util.List;

/** Means by distance from the last context word, over the examples that have a real word there. */
final class DistanceMeans {
  private final List<Double> sums = new ArrayList<>();
  private final List<Long> counts = new ArrayList<>();

  /**
   * @param norms {@code [batch][time]}
   * @param padding {@code [batch]}: slots at the left that are not counted
   */
  void add(double[][] norms, int[] padding) {
    for (int example = 0; example < norms.length; example++) {
      int last = norms[example].length - 1;
      for (int distance = 0; distance <= last; distance++) {
        if (distance == sums.size()) {
          sums.add(0.0);
          counts.add(0L);
        }
        if (last - distance >= padding[example]) {
          sums.set(distance, sums.get(distance) + norms[example][last - distance]);
          counts.set(distance, counts.get(distance) + 1);
        }
      }
    }
  }

  /** Index d is the distance; not a number where no example has a word. */
  List<Double> means() {
    List<Double> means = new ArrayList<>();
    for (int distance = 0; distance < sums.size(); distance++) {
      means.add(sums.get(distance) / counts.get(distance));
    }
    return means;
  }

  List<Long> counts() {
    return List.copyOf(counts);
  }
}
