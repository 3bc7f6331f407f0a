package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortWordsTest {
  private static final int FIRST_IDEOGRAPH = 0x4E00;

  @ParameterizedTest
  @ValueSource(ints = {1_500, 100_000})
  void every_word_keeps_its_number_before_and_after_the_table_grows(int count) {
    ShortWords table = new ShortWords();
    List<String> words = words(count);
    for (int number = 0; number < count; number++) {
      long key = ShortWords.key(words.get(number));
      assertThat(table.number(key)).isEqualTo(ShortWords.ABSENT);
      table.put(key, number);
    }

    for (int number = 0; number < count; number++) {
      assertThat(table.number(ShortWords.key(words.get(number)))).isEqualTo(number);
    }
    assertThat(table.number(ShortWords.key("好吗"))).isEqualTo(ShortWords.ABSENT);
  }

  @Test
  void words_whose_keys_collide_are_told_apart() {
    ShortWords table = new ShortWords();
    long step = inverse(0x9E3779B97F4A7C15L);
    // Multiplied by the factor that spreads keys, these are 1, 2, 3 …: their top bits are all zero.
    for (int number = 0; number < 1_000; number++) {
      table.put(step * (number + 1), number);
    }

    for (int number = 0; number < 1_000; number++) {
      assertThat(table.number(step * (number + 1))).isEqualTo(number);
    }
    assertThat(table.number(step * 1_001)).isEqualTo(ShortWords.ABSENT);
  }

  @Test
  void a_word_has_a_key_of_its_own_unless_it_is_too_long_or_holds_a_zero() {
    Set<Long> keys = new HashSet<>();
    for (String word : List.of("a", "aa", "aaa", "aaaa", "好", "好的", "\uD83D\uDE00", "\uFFFF")) {
      assertThat(ShortWords.key(word)).as(word).isNotEqualTo(ShortWords.NO_KEY);
      assertThat(keys.add(ShortWords.key(word))).as(word).isTrue();
    }
    for (String word : List.of("", "\0", "a\0", "aaaaa")) {
      assertThat(ShortWords.key(word)).as(word).isEqualTo(ShortWords.NO_KEY);
    }
  }

  /** The number that gives 1 when it is multiplied by an odd one, by Newton's method. */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int digits = 3; digits < Long.SIZE; digits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }

  private static List<String> words(int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(
          String.valueOf((char) (FIRST_IDEOGRAPH + i % 300))
              + (char) (FIRST_IDEOGRAPH + 1 + i / 300));
    }
    return words;
  }
}
