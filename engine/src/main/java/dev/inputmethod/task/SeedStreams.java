package dev.inputmethod.task;

import dev.inputmethod.random.SplitMix64;

/**
 * Derives from a trial's seed the seed of each stream of random numbers, by the stream's purpose
 * and the epoch, and never from what ran before. So all configurations with the same seed start
 * from the same parameters, see the same order and drop the same units, as far as their shapes
 * allow.
 *
 * <p>Each part is mixed into the state with the finaliser of {@link SplitMix64}.
 */
public final class SeedStreams {
  /** The parameters' initial values. */
  public static final String INITIALISATION = "initialisation";

  /** The order of training windows. */
  public static final String SHUFFLING = "shuffling";

  /** What dropout drops. */
  public static final String DROPOUT = "dropout";

  private SeedStreams() {}

  /**
   * The seed of a stream.
   *
   * @param epoch counted from 1; 0 for a stream that is not started anew in each epoch
   */
  public static long derive(long seed, String purpose, long epoch) {
    long state = SplitMix64.mix(seed + SplitMix64.GAMMA);
    for (int i = 0; i < purpose.length(); i++) {
      state = SplitMix64.mix(state + SplitMix64.GAMMA + purpose.charAt(i));
    }
    // The purpose's length keeps apart what would otherwise read alike.
    return SplitMix64.mix(
        SplitMix64.mix(state + SplitMix64.GAMMA + purpose.length()) + SplitMix64.GAMMA + epoch);
  }
}
