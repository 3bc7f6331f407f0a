package dev.inputmethod.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;

class TroubleTest {
  @Test
  void a_path_that_the_locale_cannot_spell_is_explained() {
    Trouble trouble =
        Trouble.of(
            new InvalidPathException(
                "数据", "Malformed input or input contains unmappable characters"));

    assertThat(trouble.isInput()).isTrue();
    assertThat(trouble.isExplained()).isTrue();
    assertThat(trouble.text())
        .startsWith("the path '数据' has letters that this locale lacks")
        .endsWith("LC_ALL=C.UTF-8");
  }

  @Test
  void a_path_that_this_system_does_not_allow_is_explained() {
    Trouble trouble = Trouble.of(new InvalidPathException("a?b", "Illegal char <?>"));

    assertThat(trouble.isInput()).isTrue();
    assertThat(trouble.isExplained()).isTrue();
    assertThat(trouble.text()).isEqualTo("'a?b' is no path here: Illegal char <?>");
  }
}
