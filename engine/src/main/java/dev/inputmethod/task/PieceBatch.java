package dev.inputmethod.task;

import java.util.Locale;

/**
 * Pieces of sequences of words with a target at every step that counts: row i goes on where row i
 * of the batch before ended, unless a sequence begins in it.
 */
public final class PieceBatch implements Batch {
  private final int contextLength;
  private final int[] words;
  private final int[] targets;
  private final boolean[] counted;
  private final boolean[] begins;
  private final int[] padding;
  private final int targetCount;

  /**
   * @param words ids, {@code [size, contextLength]}, row-major; 0 behind a sequence's end
   * @param targets ids of the words behind them, likewise
   * @param counted whether there is such a target at all, likewise
   * @param begins whether a sequence begins in the row, {@code [size]}
   */
  public PieceBatch(
      int contextLength, int[] words, int[] targets, boolean[] counted, boolean[] begins) {
    int slots = begins.length * contextLength;
    if (words.length != slots || targets.length != slots || counted.length != slots) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "words %d, targets %d, counted %d do not fit %d rows of %d steps",
              words.length,
              targets.length,
              counted.length,
              begins.length,
              contextLength));
    }
    this.contextLength = contextLength;
    this.words = words;
    this.targets = targets;
    this.counted = counted;
    this.begins = begins;
    this.padding = new int[begins.length];
    this.targetCount = count(counted);
  }

  private static int count(boolean[] counted) {
    int count = 0;
    for (boolean each : counted) {
      count += each ? 1 : 0;
    }
    return count;
  }

  @Override
  public int size() {
    return begins.length;
  }

  @Override
  public int contextLength() {
    return contextLength;
  }

  /** Every step. */
  @Override
  public int targetSteps() {
    return contextLength;
  }

  /** None: behind a sequence's end its row is filled up on the right. */
  @Override
  public int[] padding() {
    return padding;
  }

  @Override
  public int targetCount() {
    return targetCount;
  }

  /** Ids of words, {@code [size, contextLength]}, row-major. */
  public int[] words() {
    return words;
  }

  /** Ids of the words behind them, {@code [size, contextLength]}, row-major. */
  public int[] targets() {
    return targets;
  }

  /** Where there is a target, {@code [size, contextLength]}, row-major. */
  public boolean[] counted() {
    return counted;
  }

  /** Which rows start from an empty state, {@code [size]}. */
  public boolean[] begins() {
    return begins;
  }
}
