package dev.inputmethod.task;

import dev.inputmethod.random.SplitMix64;

/** Random numbers from a key, the same wherever and whenever it is used: {@link SplitMix64}. */
final class Draws {
  private long state;

  Draws(long key) {
    this.state = key;
  }

  private long next() {
    state += SplitMix64.GAMMA;
    return SplitMix64.mix(state);
  }

  /** A number from 0 to below 1 that has 24 bits, and so is exact as a float. */
  float unit() {
    return (next() >>> 40) * 0x1p-24f;
  }

  /** A whole number from {@code least} to {@code most}, both included. */
  int between(int least, int most) {
    // The bias is the range's share of 2^31: below 10⁻⁵ for ranges of a task.
    return least + (int) (((next() >>> 33) * (most - least + 1L)) >>> 31);
  }
}
