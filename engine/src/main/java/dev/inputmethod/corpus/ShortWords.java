package dev.inputmethod.corpus;

/**
 * Maps words of up to four UTF-16 units, as most Chinese words are, to numbers. The units of a word
 * are its key, so that a lookup reads two numbers and no text.
 */
final class ShortWords {
  /** The number of units that fit into a key. */
  private static final int LONGEST = 4;

  /** The key of words that are too long or contain a zero unit; also marks free places. */
  static final long NO_KEY = 0;

  /** The number returned for an unknown word. */
  static final int ABSENT = -1;

  /** 2⁶⁴/φ, odd; multiplication by it spreads keys over the top bits (Knuth 1998, section 6.4). */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** A hash table with open addressing and linear probing. */
  private long[] keys = new long[1 << 12];

  private int[] numbers = new int[keys.length];
  private int size;

  /** Returns the key of a word, or {@link #NO_KEY}. */
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

  /** Returns the number of the word with a key, or {@link #ABSENT}. */
  int number(long key) {
    int place = place(key);
    return keys[place] == key ? numbers[place] : ABSENT;
  }

  /** Adds a word that is not in the table. */
  void put(long key, int number) {
    if (2 * size >= keys.length) {
      grow();
    }
    int place = place(key);
    keys[place] = key;
    numbers[place] = number;
    size++;
  }

  /** Returns the place of a key, or the free place where it belongs. */
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
