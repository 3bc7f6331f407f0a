package dev.inputmethod.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskUseTest {
  @TempDir private Path directory;

  @Test
  void files_below_a_directory_are_added_up() throws IOException {
    Files.writeString(directory.resolve("a"), "12345");
    Files.createDirectories(directory.resolve("deep/deeper"));
    Files.writeString(directory.resolve("deep/deeper/b"), "123");

    assertThat(DiskUse.of(directory)).isEqualTo(8);
  }

  @Test
  void what_is_gone_takes_no_room() {
    assertThat(DiskUse.of(directory.resolve("gone"))).isZero();
  }
}
