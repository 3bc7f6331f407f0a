package dev.inputmethod.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedPermutationTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 63, 64, 65, 1_000, 4_097, 99_991})
  void every_number_comes_once(int size) {
    KeyedPermutation permutation = new KeyedPermutation(size, 7);
    BitSet seen = new BitSet();
    for (int place = 0; place < size; place++) {
      seen.set(Math.toIntExact(permutation.at(place)));
    }
    assertThat(seen.cardinality()).isEqualTo(size);
    assertThat(seen.length()).isEqualTo(size);
  }

  private static long[] order(long size, long key) {
    KeyedPermutation permutation = new KeyedPermutation(size, key);
    return LongStream.range(0, size).map(permutation::at).toArray();
  }

  @Test
  void the_key_decides_the_order() {
    assertThat(order(100, 1)).isEqualTo(order(100, 1)).isNotEqualTo(order(100, 2));
  }

  /**
   * A uniform permutation's first number is each of n equally often; 5 standard deviations are
   * allowed.
   */
  @Test
  void numbers_are_spread_evenly_over_keys() {
    int[] counts = new int[10];
    int[] pairs = new int[10];
    for (int key = 0; key < 20_000; key++) {
      KeyedPermutation permutation = new KeyedPermutation(10, key);
      counts[(int) permutation.at(0)]++;
      pairs[(int) Math.floorMod(permutation.at(4) - permutation.at(3), 10L)]++;
    }
    for (int number = 0; number < 10; number++) {
      assertThat(counts[number]).isBetween(2_000 - 215, 2_000 + 215);
    }
    assertThat(pairs[0]).isZero();
    for (int distance = 1; distance < 10; distance++) {
      assertThat(pairs[distance]).isBetween(2_222 - 225, 2_222 + 225);
    }
  }

  @Test
  void neighbours_are_torn_apart() {
    long[] order = order(100_000, 3);
    long neighbours =
        LongStream.range(1, order.length)
            .filter(i -> Math.abs(order[(int) i] - order[(int) i - 1]) < 10)
            .count();
    assertThat(neighbours).isLessThan(60);
  }

  @Test
  void sizes_beyond_an_int_are_no_trouble() {
    KeyedPermutation permutation = new KeyedPermutation(5_000_000_001L, 1);
    assertThat(permutation.at(5_000_000_000L)).isBetween(0L, 5_000_000_000L);
    assertThatThrownBy(() -> permutation.at(5_000_000_001L))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
