package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;

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
}
