package dev.inputmethod.task;

/**
 * Random numbers from a key, the same wherever and whenever it is used: SplitMix64 (Steele, Lea,
 * Flood 2014).
 */
final class Draws {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  Draws(long key) {
    this.state = key;
  }

  private long next() {
    state += GOLDEN_GAMMA;
    return SeedStreams.mix(state);
  }

  /** From 0 to below 1, with 24 bits: every value is a float. */
  float unit() {
    return (next() >>> 40) * 0x1p-24f;
  }

  /** From {@code least} to {@code most}, both included. */
  int between(int least, int most) {
    // The bias is the range's share of 2^31: below 10⁻⁵ for ranges of a task.
    return least + (int) (((next() >>> 33) * (most - least + 1L)) >>> 31);
  }
}
