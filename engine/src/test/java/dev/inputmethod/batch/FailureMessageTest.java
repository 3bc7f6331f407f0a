package dev.inputmethod.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;

class FailureMessageTest {
  @Test
  void a_path_that_the_locale_cannot_spell_is_explained() {
    FailureMessage message =
        FailureMessage.of(
            new InvalidPathException(
                "数据", "Malformed input or input contains unmappable characters"));

    assertThat(message.isInput()).isTrue();
    assertThat(message.isExplained()).isTrue();
    assertThat(message.text())
        .startsWith("the path '数据' contains characters that this locale's encoding (")
        .endsWith("LC_ALL=C.UTF-8");
  }

  @Test
  void a_path_that_this_system_does_not_allow_is_explained() {
    FailureMessage message = FailureMessage.of(new InvalidPathException("a?b", "Illegal char <?>"));

    assertThat(message.isInput()).isTrue();
    assertThat(message.isExplained()).isTrue();
    assertThat(message.text())
        .isEqualTo("'a?b' is not a valid path on this system: Illegal char <?>");
  }
}
