package dev.inputmethod.corpus;

import java.util.Arrays;

/** How often each word follows the words of a range. */
final class Bigrams {
  private final int from;
  private final int to;
  private final long[] keys;
  private final long[] counts;

  /**
   * @param from the first word of the range
   * @param to the end of the range, exclusive
   * @param keys the pairs that occur, ascending
   * @param counts the numbers of their occurrences
   */
  Bigrams(int from, int to, long[] keys, long[] counts) {
    this.from = from;
    this.to = to;
    this.keys = keys;
    this.counts = counts;
  }

  static long key(int before, int target) {
    return (long) before << Integer.SIZE | target;
  }

  /** Whether a first word is in the range. */
  boolean covers(int before) {
    return before >= from && before < to;
  }

  long count(int before, int target) {
    int at = Arrays.binarySearch(keys, key(before, target));
    return at < 0 ? 0 : counts[at];
  }

  /** Receives a word and how often it follows. */
  interface Followers {
    void follower(int target, long count);
  }

  /** Passes on every word that follows, by ascending id. */
  void followers(int before, Followers sink) {
    int at = Arrays.binarySearch(keys, key(before, 0));
    for (int i = at < 0 ? -at - 1 : at;
        i < keys.length && keys[i] >>> Integer.SIZE == before;
        i++) {
      sink.follower((int) keys[i], counts[i]);
    }
  }
}
