package dev.inputmethod.task;

/**
 * Derives from a trial's seed the seed of each stream of random numbers, by what the stream is for
 * and the epoch: never from what ran before. So every configuration with the same seed starts
 * alike, sees the same order and drops the same units, as far as their shapes allow.
 *
 * <p>Each part is mixed into the state with the finaliser of SplitMix64 (Steele, Lea, Flood 2014),
 * a bijection of 64 bits in which every input bit changes half the output's.
 */
public final class SeedStreams {
  /** The parameters' initial values. */
  public static final String INITIALISATION = "initialisation";

  /** The order of training windows. */
  public static final String SHUFFLING = "shuffling";

  /** What dropout drops. */
  public static final String DROPOUT = "dropout";

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private SeedStreams() {}

  /**
   * The seed of a stream.
   *
   * @param epoch counted from 1; 0 for what is not done each epoch
   */
  public static long derive(long seed, String purpose, long epoch) {
    long state = mix(seed + GOLDEN_GAMMA);
    for (int i = 0; i < purpose.length(); i++) {
      state = mix(state + GOLDEN_GAMMA + purpose.charAt(i));
    }
    // The purpose's length keeps apart what would else read alike.
    return mix(mix(state + GOLDEN_GAMMA + purpose.length()) + GOLDEN_GAMMA + epoch);
  }

  /** SplitMix64's finaliser. */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
