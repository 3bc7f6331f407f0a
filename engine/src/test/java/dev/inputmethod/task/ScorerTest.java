package dev.inputmethod.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScorerTest {
  private static float ln(double probability) {
    return (float) Math.log(probability);
  }

  @Test
  void classes_are_scored_by_cross_entropy_and_by_the_share_that_is_most_probable() {
    Batch batch = new SymbolBatch(3, new int[6], 2, new int[] {1, 0, 1, 1}, new int[2]);
    ClassScorer scorer = new ClassScorer(2, "recallAccuracy");
    scorer.add(
        batch,
        new float[] {ln(0.25), ln(0.75), ln(0.9), ln(0.1), ln(0.5), ln(0.5), ln(0.8), ln(0.2)});

    assertThat(scorer.metrics().get("recallAccuracy")).isEqualTo(0.5);
    assertThat(scorer.loss())
        .isCloseTo(
            -(Math.log(0.75) + Math.log(0.9) + Math.log(0.5) + Math.log(0.2)) / 4, within(1e-6));
    assertThat(scorer.metrics()).containsEntry("crossEntropy", scorer.loss());
  }

  @Test
  void an_answer_that_is_no_number_is_not_right() {
    ClassScorer scorer = new ClassScorer(2, "accuracy");
    scorer.add(
        new SymbolBatch(1, new int[1], 1, new int[] {0}, new int[1]),
        new float[] {Float.NaN, Float.NaN});

    assertThat(scorer.metrics()).containsEntry("accuracy", 0.0);
  }

  @Test
  void numbers_are_scored_by_their_squared_error() {
    SquaredErrorScorer scorer = new SquaredErrorScorer();
    scorer.add(new NumberBatch(1, 1, new float[2], new float[] {1, 2}), new float[] {1.5f, 1});

    assertThat(scorer.metrics()).containsEntry("meanSquaredError", 0.625);
  }

  @Test
  void nothing_scored_has_no_figures() {
    assertThat(new SquaredErrorScorer().metrics()).isEmpty();
    assertThat(new ClassScorer(2, "accuracy").metrics()).isEmpty();
    assertThat(new CrossEntropyScorer(2).metrics()).isEmpty();
  }
}
