package dev.inputmethod.task;

/** Ranks a word among those that may be offered, the most probable first. */
final class Ranks {
  private Ranks() {}

  /**
   * The rank of a target, from 1: one more than the number of offered words that are more probable,
   * or as probable with a smaller id.
   *
   * @param scores row-major, {@code [examples, vocabulary]}
   * @param row the example
   * @param specials ids below this are never offered: {@code <unk>}, the separator
   * @param target an id of at least {@code specials}
   */
  static int of(float[] scores, int vocabulary, int row, int specials, int target) {
    int start = row * vocabulary;
    float own = scores[start + target];
    int rank = 1;
    for (int word = specials; word < target; word++) {
      if (scores[start + word] >= own) {
        rank++;
      }
    }
    for (int word = target + 1; word < vocabulary; word++) {
      if (scores[start + word] > own) {
        rank++;
      }
    }
    return rank;
  }
}
