package dev.inputmethod.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataHashTest {
  private final Path directory;

  DataHashTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void one_file_hashes_as_sha256sum_has_it() throws IOException {
    Path file = Files.writeString(directory.resolve("a"), "abc");
    assertThat(DataHash.of(List.of(file)))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void order_and_borders_of_files_count_and_names_do_not() throws IOException {
    Path ab = Files.writeString(directory.resolve("ab"), "ab");
    Path c = Files.writeString(directory.resolve("c"), "c");
    Path a = Files.writeString(directory.resolve("a"), "a");
    Path bc = Files.writeString(directory.resolve("bc"), "bc");
    Path copy = Files.writeString(directory.resolve("copy"), "ab");
    assertThat(
            List.of(
                DataHash.of(List.of(ab, c)),
                DataHash.of(List.of(c, ab)),
                DataHash.of(List.of(a, bc))))
        .doesNotHaveDuplicates();
    assertThat(DataHash.of(List.of(copy, c))).isEqualTo(DataHash.of(List.of(ab, c)));
  }
}
