package dev.inputmethod.corpus;

import java.util.Locale;

/**
 * The shares of the splits, which sum to 1.
 *
 * @param train the share of dialogues for training
 * @param validation the share for validation
 * @param test the share for the final test
 * @param seed the key of the hash that assigns dialogues to splits; not a trial's seed
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
