package dev.inputmethod.probe;

import dev.inputmethod.task.SeedStreams;

/**
 * Draws examples again with replacement (Efron 1979): the same draws whenever there are as many
 * examples, so that intervals are the same for the same curves.
 */
final class Bootstrap {
  static final int RESAMPLES = 200;

  private final int[][] counts;

  /**
   * @param examples how many there are
   */
  Bootstrap(int examples) {
    counts = new int[RESAMPLES][examples];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      for (int draw = 0; draw < examples; draw++) {
        long key = SeedStreams.derive(resample, "bootstrap", draw);
        counts[resample][(int) Math.floorMod(key, (long) examples)]++;
      }
    }
  }

  /** How often each example was drawn in a resample. */
  int[] counts(int resample) {
    return counts[resample];
  }
}
