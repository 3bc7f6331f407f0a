package dev.inputmethod.task;

import dev.inputmethod.random.SplitMix64;
import java.util.Objects;

/**
 * An order of the numbers below a size, chosen by a key. Each number is computed when it is asked
 * for, so shuffling takes no memory.
 *
 * <p>A balanced Feistel network permutes the numbers of an even count of bits, at most four times
 * as many as there are. A result that is too large is permuted again until it is not (cycle
 * walking, Black and Rogaway 2002), which keeps it a bijection.
 */
public final class KeyedPermutation {
  private static final int ROUNDS = 6;

  private final long size;
  private final int halfBits;
  private final long halfMask;
  private final long[] roundKeys = new long[ROUNDS];

  /**
   * @param size from 0
   */
  public KeyedPermutation(long size, long key) {
    if (size < 0) {
      throw new IllegalArgumentException("size " + size);
    }
    this.size = size;
    int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, size - 1));
    this.halfBits = (bits + 1) / 2;
    this.halfMask = (1L << halfBits) - 1;
    for (int round = 0; round < ROUNDS; round++) {
      roundKeys[round] = SeedStreams.derive(key, "permutation", round);
    }
  }

  /** The number at a place of the order. Both run from 0 to the size − 1. */
  public long at(long place) {
    Objects.checkIndex(place, size);
    long number = place;
    do {
      number = permute(number);
    } while (number >= size);
    return number;
  }

  private long permute(long number) {
    long left = number >>> halfBits;
    long right = number & halfMask;
    for (long key : roundKeys) {
      long next = left ^ (SplitMix64.mix(right + key) & halfMask);
      left = right;
      right = next;
    }
    return left << halfBits | right;
  }
}
