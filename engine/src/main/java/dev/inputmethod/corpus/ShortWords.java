package dev.inputmethod.corpus;

/**
 * Numbers of words of up to four UTF-16 units, which most Chinese words are. A word is its own key
 * in 64 bits, so that finding it reads two numbers and no text.
 */
final class ShortWords {
  /** Units that fit into a key. */
  private static final int LONGEST = 4;

  /** Of a word that is too long, or whose units do not tell it apart; marks a free place. */
  static final long NO_KEY = 0;

  /** The number of no word. */
  static final int ABSENT = -1;

  /** 2⁶⁴/φ, odd: multiples of it spread keys over the top bits (Knuth 1998, section 6.4). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Open addressing. */
  private long[] keys = new long[1 << 12];

  private int[] numbers = new int[keys.length];
  private int size;

  /** The word in 64 bits, or {@link #NO_KEY}. */
  static long key(String word) {
    int length = word.length();
    if (length > LONGEST) {
      return NO_KEY;
    }
    long key = 0;
    for (int i = 0; i < length; i++) {
      char unit = word.charAt(i);
      if (unit == 0) {
        return NO_KEY;
      }
      key = (key << Character.SIZE) | unit;
    }
    return key;
  }

  /** The number of the word with this key, or {@link #ABSENT}. */
  int number(long key) {
    int place = place(key);
    return keys[place] == key ? numbers[place] : ABSENT;
  }

  /** Adds a word that is not there yet. */
  void put(long key, int number) {
    if (2 * size >= keys.length) {
      grow();
    }
    int place = place(key);
    keys[place] = key;
    numbers[place] = number;
    size++;
  }

  /** Where the key is, or is to go. */
  private int place(long key) {
    int place = (int) ((key * SPREAD) >>> (Long.numberOfLeadingZeros(keys.length) + 1));
    while (keys[place] != key && keys[place] != NO_KEY) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NO_KEY) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        numbers[place] = oldNumbers[i];
      }
    }
  }
}
