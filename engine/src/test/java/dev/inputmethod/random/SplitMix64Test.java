package dev.inputmethod.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SplitMix64Test {
  /** What Vigna's splitmix64.c gives for the seed 1234567. */
  @Test
  void the_first_numbers_are_those_of_the_published_program() {
    long[] numbers = new long[5];
    for (int n = 1; n <= numbers.length; n++) {
      numbers[n - 1] = SplitMix64.mix(1234567 + n * SplitMix64.GAMMA);
    }
    assertThat(numbers)
        .containsExactly(
            6457827717110365317L,
            3203168211198807973L,
            Long.parseUnsignedLong("9817491932198370423"),
            4593380528125082431L,
            Long.parseUnsignedLong("16408922859458223821"));
  }
}
