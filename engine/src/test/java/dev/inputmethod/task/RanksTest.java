package dev.inputmethod.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RanksTest {
  private static final float[] SCORES = {9, -1, -2, -2, -3, /* next row */ 9, 0, 0, 5, 1};

  @Test
  void the_most_probable_word_that_may_be_offered_has_rank_one() {
    assertThat(Ranks.of(SCORES, 5, 0, 1, 1)).isEqualTo(1);
    assertThat(Ranks.of(SCORES, 5, 1, 1, 3)).isEqualTo(1);
  }

  @Test
  void equally_probable_words_are_ranked_by_id() {
    assertThat(Ranks.of(SCORES, 5, 0, 1, 2)).isEqualTo(2);
    assertThat(Ranks.of(SCORES, 5, 0, 1, 3)).isEqualTo(3);
    assertThat(Ranks.of(SCORES, 5, 0, 1, 4)).isEqualTo(4);
  }

  @Test
  void words_that_are_never_offered_take_no_place() {
    assertThat(Ranks.of(SCORES, 5, 1, 2, 2)).isEqualTo(3);
    assertThat(Ranks.of(SCORES, 5, 1, 1, 2)).isEqualTo(4);
  }
}
