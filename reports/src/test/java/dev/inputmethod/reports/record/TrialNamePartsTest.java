package dev.inputmethod.reports.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialNamePartsTest {
  @Test
  void a_name_is_split_into_its_parts() {
    TrialNameParts parts =
        TrialNameParts.parse("lstm-2x128-bidirectional-seed12-3fa9c1b2").orElseThrow();

    assertThat(parts).isEqualTo(new TrialNameParts("lstm-2x128-bidirectional", 12, "3fa9c1b2"));
    assertThat(parts.name()).isEqualTo("lstm-2x128-bidirectional-seed12-3fa9c1b2");
    assertThat(parts.withoutHash()).isEqualTo("lstm-2x128-bidirectional-seed12");
    assertThat(parts.withoutSeed()).isEqualTo("lstm-2x128-bidirectional-3fa9c1b2");
  }

  @Test
  void a_name_without_a_hash_is_split_too() {
    TrialNameParts parts = TrialNameParts.parse("rnn-1x4-seed3").orElseThrow();

    assertThat(parts).isEqualTo(new TrialNameParts("rnn-1x4", 3, ""));
    assertThat(parts.name()).isEqualTo("rnn-1x4-seed3");
    assertThat(parts.withoutSeed()).isEqualTo("rnn-1x4");
  }

  @Test
  void the_largest_seed_that_an_experiment_can_have_is_read() {
    assertThat(TrialNameParts.parse("rnn-1x4-seed9007199254740991-0a"))
        .contains(new TrialNameParts("rnn-1x4", 9007199254740991L, "0a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "processed", "-seed1-0a", "rnn-seed-0a", "rnn-seed1-xyz"})
  void other_names_have_no_parts(String name) {
    assertThat(TrialNameParts.parse(name)).isEmpty();
  }
}
