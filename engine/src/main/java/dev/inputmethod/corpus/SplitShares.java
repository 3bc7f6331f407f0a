package dev.inputmethod.corpus;

import java.util.Locale;

/**
 * How dialogues are divided.
 *
 * @param train share of dialogues to learn from
 * @param validation share to choose by
 * @param test share to report on; the three sum to 1
 * @param seed keys the hash that places a dialogue; not a trial's seed
 */
public record SplitShares(double train, double validation, double test, long seed) {
  private static final double TOLERANCE = 1e-9;

  public SplitShares {
    if (!(train >= 0 && validation >= 0 && test >= 0)
        || !(Math.abs(train + validation + test - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "shares %s, %s and %s are not three shares of 1",
              train,
              validation,
              test));
    }
  }
}
