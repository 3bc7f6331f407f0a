package dev.inputmethod.samples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The sample does what it says. */
class FourShapesTest {

  @Test
  void one_word_gives_the_next() {
    learnt(FourShapes.oneToOne());
  }

  @Test
  void one_word_gives_the_three_that_follow() {
    learnt(FourShapes.oneToMany());
  }

  @Test
  void many_words_give_the_first_of_them() {
    learnt(FourShapes.manyToOne());
  }

  @Test
  void many_words_give_the_word_before_each() {
    learnt(FourShapes.manyToMany());
  }

  @Test
  void a_word_at_a_time_the_state_carries_on() {
    learnt(FourShapes.oneAtATime());
  }

  private static void learnt(FourShapes.Answer answer) {
    assertThat(answer.given()).as(answer.shape()).isDeepEqualTo(answer.wanted());
  }
}
