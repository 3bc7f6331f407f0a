package dev.inputmethod.corpus;

import java.util.Arrays;

/** How often which words follow each word of a range. */
final class Bigrams {
  private final int from;
  private final int to;
  private final long[] keys;
  private final long[] counts;

  /**
   * @param from the first word of the range
   * @param to behind its last
   * @param keys of the pairs that occur, ascending
   * @param counts of the same
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

  /** Whether the pairs of a first word are counted here. */
  boolean covers(int before) {
    return before >= from && before < to;
  }

  long count(int before, int target) {
    int at = Arrays.binarySearch(keys, key(before, target));
    return at < 0 ? 0 : counts[at];
  }

  /** Takes a word and how often it follows. */
  interface Followers {
    void follower(int target, long count);
  }

  /** Every word that follows, by ascending id. */
  void followers(int before, Followers sink) {
    int at = Arrays.binarySearch(keys, key(before, 0));
    for (int i = at < 0 ? -at - 1 : at;
        i < keys.length && keys[i] >>> Integer.SIZE == before;
        i++) {
      sink.follower((int) keys[i], counts[i]);
    }
  }
}
