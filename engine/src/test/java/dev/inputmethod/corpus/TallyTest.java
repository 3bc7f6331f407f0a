package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void figures_follow_their_formulas() {
    Tally tally = new Tally();
    tally.known(1.0, 1);
    tally.known(2.0, 3);
    tally.known(3.0, 6);
    tally.unknown(4.0);

    assertThat(tally.metrics(""))
        .containsEntry("crossEntropy", 2.5)
        .containsEntry("perplexity", Math.exp(2.5))
        .containsEntry("recallAt1", 0.25)
        .containsEntry("recallAt3", 0.5)
        .containsEntry("recallAt5", 0.5);
    assertThat(tally.metrics("").get("mrrAt5")).isCloseTo((1 + 1.0 / 3) / 4, within(1e-15));
  }

  @Test
  void nothing_counted_gives_no_figures() {
    assertThat(new Tally().metrics("")).isEmpty();
  }
}
