package dev.inputmethod.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All distinct words of a corpus, numbered in order of appearance, with their counts in the
 * training split. This is all that grows with the corpus, and more slowly than it (Heaps' law).
 */
final class WordTable {
  /** The order of words with the same count: by code points, so that it depends on nothing else. */
  private static final Comparator<String> BY_CODE_POINTS = WordTable::compareCodePoints;

  private final ShortWords shortWords = new ShortWords();
  private final Map<String, Integer> longWords = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private long[] trainingCounts = new long[1 << 12];

  /** Returns a word's number, which is new for a new word. */
  int number(String word) {
    long key = ShortWords.key(word);
    if (key == ShortWords.NO_KEY) {
      return longWords.computeIfAbsent(word, this::added);
    }
    int known = shortWords.number(key);
    if (known != ShortWords.ABSENT) {
      return known;
    }
    int number = added(word);
    shortWords.put(key, number);
    return number;
  }

  private int added(String word) {
    int number = words.size();
    if (number >= WordCode.SEPARATOR_NUMBER) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "more than %d distinct words", number));
    }
    words.add(word);
    return number;
  }

  /** Returns a word's number, and counts it as a word of the training split. */
  int trainingNumber(String word) {
    int number = number(word);
    if (number >= trainingCounts.length) {
      // Words of the other splits have numbers, too, so that the number may be far beyond the end.
      trainingCounts =
          Arrays.copyOf(trainingCounts, Math.max(number + 1, trainingCounts.length * 2));
    }
    trainingCounts[number]++;
    return number;
  }

  /**
   * Returns a vocabulary of the most frequent words of the training split.
   *
   * @param maxSize the maximum number of ids, including special ones
   */
  Vocabulary vocabulary(int minCount, int maxSize, boolean separator) {
    List<Integer> kept = new ArrayList<>();
    for (int number = 0; number < words.size(); number++) {
      if (trainingCount(number) >= minCount) {
        kept.add(number);
      }
    }
    kept.sort(
        Comparator.<Integer>comparingLong(n -> -trainingCount(n))
            .thenComparing(words::get, BY_CODE_POINTS));
    int room = maxSize - (separator ? 2 : 1);
    List<String> chosen = new ArrayList<>();
    for (int number : kept.subList(0, Math.min(room, kept.size()))) {
      chosen.add(words.get(number));
    }
    return Vocabulary.of(chosen, separator);
  }

  /** Returns the id of each number: {@code [distinct words]}. */
  int[] ids(Vocabulary vocabulary) {
    int[] ids = new int[words.size()];
    for (int number = 0; number < ids.length; number++) {
      ids[number] = vocabulary.id(words.get(number));
    }
    return ids;
  }

  private long trainingCount(int number) {
    return number < trainingCounts.length ? trainingCounts[number] : 0;
  }

  private static int compareCodePoints(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        // Chars are ordered like code points, except that surrogates, which represent the largest
        // code points, come before U+E000 to U+FFFF.
        boolean surrogates =
            Character.isSurrogate(a.charAt(i)) != Character.isSurrogate(b.charAt(i));
        int order = Character.compare(a.charAt(i), b.charAt(i));
        return surrogates ? (Character.isSurrogate(a.charAt(i)) ? 1 : -1) : order;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
