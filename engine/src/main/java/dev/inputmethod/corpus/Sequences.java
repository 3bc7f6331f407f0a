package dev.inputmethod.corpus;

import java.util.Arrays;

/**
 * A split as runs of words that belong together: a dialogue, or where contexts stay within it an
 * utterance. Reads mapped files; safe for many threads.
 */
public final class Sequences {
  private final MappedNumbers words;
  private final long[] starts;

  /** Finds where each begins: eight bytes for each are held. */
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

  /** Words of a sequence, separators among them. */
  public int length(int sequence) {
    long end = sequence + 1 < starts.length ? starts[sequence + 1] : words.ints();
    return Math.toIntExact(end - starts[sequence]);
  }

  /** The id of a sequence's word, from 0 on. */
  public int word(int sequence, int place) {
    return WordCode.id(words.intAt(starts[sequence] + place));
  }

  /** Whether the word at a place is one to predict: the same that {@link Windows} have. */
  public boolean isTarget(int sequence, int place) {
    return WordCode.isTarget(words.intAt(starts[sequence] + place));
  }
}
