package dev.inputmethod.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;

class TroubleTest {
  @Test
  void a_path_that_the_locale_cannot_spell_is_explained() {
    Trouble trouble = Trouble.of(new InvalidPathException("数据", "unmappable characters"));

    assertThat(trouble.isInput()).isTrue();
    assertThat(trouble.isExplained()).isTrue();
    assertThat(trouble.text())
        .startsWith("'数据' is no path on this machine (unmappable characters).")
        .contains("LC_ALL=C.UTF-8");
  }
}
