package dev.inputmethod.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BatchTest {
  @Test
  void targets_are_counted_where_there_are_some() {
    int[] four = new int[4];
    assertThat(new SymbolBatch(2, four, new int[2], new int[2]).targetCount()).isEqualTo(2);
    assertThat(new SymbolBatch(2, four, 2, four, new int[2]).targetCount()).isEqualTo(4);
    assertThat(new NumberBatch(2, 1, new float[4], new float[2]).targetCount()).isEqualTo(2);
    boolean[] counted = {true, false, true, true};
    assertThat(new PieceBatch(2, four, four, counted, new boolean[2]).targetCount()).isEqualTo(3);
  }

  @Test
  void arrays_that_do_not_fit_each_other_are_refused() {
    assertThatThrownBy(() -> new SymbolBatch(3, new int[5], new int[2], new int[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("contexts 5, targets 2, padding 2 do not fit 3 steps, 1 of them with targets");
    assertThatThrownBy(() -> new NumberBatch(3, 2, new float[11], new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("11 numbers do not fit 2 examples of 2 features and 3 steps");
    assertThatThrownBy(
            () -> new PieceBatch(2, new int[4], new int[4], new boolean[3], new boolean[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("words 4, targets 4, counted 3 do not fit 2 rows of 2 steps");
  }
}
