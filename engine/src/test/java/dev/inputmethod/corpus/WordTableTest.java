package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordTableTest {
  @Test
  void training_words_are_counted_however_many_others_came_before_them() {
    WordTable table = new WordTable();
    for (int i = 0; i < 100_000; i++) {
      table.number("w" + i);
    }
    table.trainingNumber("late");
    table.trainingNumber("w1");
    table.trainingNumber("late");
    assertThat(table.vocabulary(2, 10, false).id("late")).isPositive();
    assertThat(table.vocabulary(2, 10, false).id("w1")).isZero();
  }

  @Test
  void words_of_any_length_are_numbered_in_order_of_appearance() {
    List<String> words = new ArrayList<>(List.of("", "\0", "\0a", "a\0", "\uD83D\uDE00", "你好吗我们"));
    List<String> letters = List.of("一", "a", "ÿ", "\uFFFF", "好", "z", "口");
    List<String> longest = List.of("");
    for (int length = 1; length <= 5; length++) {
      List<String> longer = new ArrayList<>();
      for (String word : longest) {
        letters.forEach(letter -> longer.add(word + letter));
      }
      words.addAll(longer);
      longest = longer;
    }
    WordTable table = new WordTable();
    for (int time = 0; time < 2; time++) {
      for (int number = 0; number < words.size(); number++) {
        assertThat(table.number(words.get(number))).isEqualTo(number);
      }
    }
  }
}
