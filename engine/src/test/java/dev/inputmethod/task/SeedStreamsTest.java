package dev.inputmethod.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedStreamsTest {
  @Test
  void seed_purpose_and_epoch_each_make_another_stream() {
    Set<Long> streams = new HashSet<>();
    for (long seed : new long[] {0, 1, 2, -1, Long.MIN_VALUE}) {
      for (String purpose : List.of("", "shuffling", "dropout", "initialisation")) {
        for (int epoch = 0; epoch < 50; epoch++) {
          streams.add(SeedStreams.derive(seed, purpose, epoch));
        }
      }
    }
    assertThat(streams).hasSize(5 * 4 * 50);
  }

  /** Records would no longer repeat if this changed: raise the numerics version then. */
  @Test
  void a_stream_is_the_same_in_every_version() {
    assertThat(SeedStreams.derive(42, SeedStreams.SHUFFLING, 1)).isEqualTo(8858569887881011562L);
  }
}
