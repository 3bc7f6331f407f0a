package dev.inputmethod.reports.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path directory;

  @Test
  void a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it() {
    Path file = directory.resolve("sub/record.json");
    AtomicFile.write(file, "a first, longer text");
    AtomicFile.write(file, "好");

    assertThat(file).hasContent("好");
    assertThat(file.getParent()).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void a_write_that_fails_leaves_the_old_file_and_nothing_else() {
    Path file = directory.resolve("record.json");
    AtomicFile.write(file, "old");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write("new, but only a part");
                      out.flush();
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write " + file + ": No space left on device");
    assertThat(file).hasContent("old");
    assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void a_new_file_whose_writing_fails_does_not_appear() {
    Path file = directory.resolve("record.json");

    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      throw new IllegalStateException("a bug");
                    }))
        .hasMessage("a bug");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void what_is_in_the_way_is_kept() throws IOException {
    Path file = directory.resolve("record.json");
    Files.createDirectories(file.resolve("mine"));

    assertThatThrownBy(() -> AtomicFile.write(file, "new"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(file.resolve("mine")).isDirectory();
    assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
  }
}
