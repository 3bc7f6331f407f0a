package dev.inputmethod.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Every distinct word of a corpus, numbered in order of appearance, with its count in the training
 * split. The one thing here that grows with the corpus, and more slowly than it (Heaps' law).
 */
final class WordTable {
  /**
   * The commonest first; equally common ones by code points, so that the order depends on nothing
   * else.
   */
  private static final Comparator<String> BY_CODE_POINTS = WordTable::compareCodePoints;

  private final ShortWords shortWords = new ShortWords();
  private final Map<String, Integer> longWords = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private long[] trainingCounts = new long[1 << 12];

  /** The word's number; a new one when it is seen first. */
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

  /** As {@link #number}, and counts it as a word of the training split. */
  int trainingNumber(String word) {
    int number = number(word);
    if (number >= trainingCounts.length) {
      // The other splits' words have numbers too: the next training word may be far behind the end.
      trainingCounts =
          Arrays.copyOf(trainingCounts, Math.max(number + 1, trainingCounts.length * 2));
    }
    trainingCounts[number]++;
    return number;
  }

  /**
   * The commonest words of the training split.
   *
   * @param maxSize ids at the most, special ones included
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

  /** The id of each number: {@code [distinct words]}. */
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
        // Where chars differ, so do code points, except for the order of surrogates against what
        // follows them.
        boolean surrogates =
            Character.isSurrogate(a.charAt(i)) != Character.isSurrogate(b.charAt(i));
        int order = Character.compare(a.charAt(i), b.charAt(i));
        return surrogates ? (Character.isSurrogate(a.charAt(i)) ? 1 : -1) : order;
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
