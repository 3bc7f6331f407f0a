package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InterpolationTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  private final Interpolation interpolation = new Interpolation();

  /** What the mixture's formula gives with a weight. */
  private static double mixed(double weight, long before, long count, double unigram) {
    return weight * count / before + (1 - weight) * unigram;
  }

  @Test
  void a_word_never_seen_before_a_target_leaves_the_unigram_alone() {
    interpolation.observe(0, 0, 0.25);
    interpolation.observe(10, 9, 0.01);
    interpolation.choose();
    assertThat(interpolation.probability(0, 0, 0.25)).isEqualTo(0.25);
  }

  @Test
  void the_weight_is_the_one_of_the_grid_that_makes_the_observed_targets_most_probable() {
    // Three of four targets followed the word in half of all cases, one never did.
    for (int i = 0; i < 3; i++) {
      interpolation.observe(8, 4, 0.125);
    }
    interpolation.observe(8, 0, 0.125);
    interpolation.choose();

    double best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int step = 0; step < 20; step++) {
      double weight = step / 20.0;
      double nats =
          -3 * Math.log(mixed(weight, 8, 4, 0.125)) - Math.log(mixed(weight, 8, 0, 0.125));
      if (nats < least) {
        least = nats;
        best = weight;
      }
    }
    assertThat(best).isBetween(0.1, 0.9);
    assertThat(interpolation.probability(8, 1, 0.5)).isCloseTo(mixed(best, 8, 1, 0.5), CLOSE);
  }

  @Test
  void words_seen_about_as_often_share_a_weight() {
    // Bigrams tell all after words seen 4 to 7 times, and nothing after words seen 8 to 15 times.
    interpolation.observe(4, 4, 0.01);
    interpolation.observe(8, 0, 0.01);
    interpolation.choose();
    for (long before = 4; before < 8; before++) {
      assertThat(interpolation.probability(before, before, 0)).isCloseTo(0.95, CLOSE);
    }
    for (long before = 8; before < 16; before++) {
      assertThat(interpolation.probability(before, before, 0)).isZero();
    }
  }

  @Test
  void words_seen_as_often_as_none_observed_take_the_weight_that_is_best_over_all() {
    interpolation.observe(4, 4, 0.01);
    interpolation.observe(4, 4, 0.01);
    interpolation.observe(100, 100, 0.01);
    interpolation.choose();
    assertThat(interpolation.probability(1_000, 1_000, 0)).isCloseTo(0.95, CLOSE);
  }

  @Test
  void a_pair_that_was_never_seen_stays_possible() {
    interpolation.observe(4, 4, 0.01);
    interpolation.choose();
    assertThat(interpolation.probability(4, 0, 0.01)).isCloseTo(0.05 * 0.01, CLOSE);
  }

  @Test
  void probabilities_sum_to_one() {
    interpolation.observe(6, 5, 0.1);
    interpolation.observe(6, 0, 0.2);
    interpolation.choose();
    double[] unigram = {0.1, 0.2, 0.3, 0.4};
    long[] counts = {5, 0, 1, 0};
    double sum = 0;
    for (int word = 0; word < 4; word++) {
      sum += interpolation.probability(6, counts[word], unigram[word]);
    }
    assertThat(sum).isCloseTo(1, CLOSE);
  }
}
