package dev.inputmethod.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClippingTest {
  @Test
  void the_text_of_a_configuration_is_read_back() {
    for (Clipping clipping :
        new Clipping[] {
          Clipping.none(),
          new Clipping(Clipping.By.GLOBAL_NORM, 5),
          new Clipping(Clipping.By.VALUE, 0.25)
        }) {
      assertThat(Clipping.of(clipping.canonical())).isEqualTo(clipping);
    }
    assertThat(new Clipping(Clipping.By.GLOBAL_NORM, 5).canonical()).isEqualTo("{globalNorm: 5}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "off", "5", "{}", "{none: 5}", "{norm: 5}", "{value: five}"})
  void other_texts_are_refused_rather_than_read_as_no_clipping(String text) {
    assertThatThrownBy(() -> Clipping.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_record_with_a_limit_that_no_file_may_have_is_refused() {
    ClippingKind kind = new ClippingKind(Kind.Real.openClosed(0, 10));

    assertThat(kind.restored("{value: 10}")).isEqualTo("{value: 10}");
    assertThatThrownBy(() -> kind.restored("{value: 11}"))
        .hasMessageStartingWith("not none, or {globalNorm: x}");
  }
}
