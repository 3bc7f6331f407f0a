package dev.inputmethod.corpus;

import java.util.Arrays;

/**
 * A split as sequences of words that belong together: dialogues, or utterances if contexts are
 * limited to them. Reads mapped files. Thread-safe.
 */
public final class Sequences {
  private final MappedNumbers words;
  private final long[] starts;

  /** Finds the start of each sequence; takes eight bytes for each. */
  Sequences(MappedNumbers words) {
    this.words = words;
    long[] found = new long[64];
    int count = 0;
    for (long position = 0; position < words.ints(); position++) {
      if (WordCode.startsContext(words.intAt(position))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.multiplyExact(count, 2));
        }
        found[count++] = position;
      }
    }
    this.starts = Arrays.copyOf(found, count);
  }

  public int count() {
    return starts.length;
  }

  /** The number of words in a sequence, including separators. */
  public int length(int sequence) {
    long end = sequence + 1 < starts.length ? starts[sequence + 1] : words.ints();
    return Math.toIntExact(end - starts[sequence]);
  }

  /** The id of a word in a sequence, counted from 0. */
  public int word(int sequence, int place) {
    return WordCode.id(words.intAt(starts[sequence] + place));
  }

  /** Whether a word is a target; the targets are those of {@link Windows}. */
  public boolean isTarget(int sequence, int place) {
    return WordCode.isTarget(words.intAt(starts[sequence] + place));
  }
}
