package dev.inputmethod.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class LimitsTest {
  @Test
  void children_together_leave_a_fifth_of_the_memory_to_others() {
    Limits each = Limits.shared(4, 8000, 8);

    assertThat(4 * (each.heapMegabytes() + each.offHeapMegabytes())).isEqualTo(6400);
  }

  @Test
  void a_large_machine_does_not_make_a_huge_heap() {
    assertThat(Limits.shared(1, 1_000_000, 8)).isEqualTo(new Limits(8192, 8192, false));
  }

  @Test
  void many_children_on_a_small_machine_still_get_enough_to_start() {
    assertThat(Limits.shared(64, 2000, 8)).isEqualTo(new Limits(256, 256, true));
  }

  @Test
  void this_machine_has_a_share_for_two() {
    assertThat(Limits.shared(2).heapMegabytes()).isBetween(256L, 8192L);
  }

  @Test
  void nothing_is_no_limit() {
    assertThatThrownBy(() -> new Limits(0, 1, false)).hasMessageContaining("at least 1 MB");
  }

  @Test
  void children_side_by_side_crowd_a_machine_with_as_many_cores() {
    assertThat(Limits.shared(2, 8000, 2).crowded()).isTrue();
    assertThat(Limits.shared(2, 8000, 4).crowded()).isFalse();
    assertThat(Limits.shared(1, 8000, 1).crowded()).isFalse();
  }
}
