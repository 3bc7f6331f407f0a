package dev.inputmethod.reports.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
  @TempDir Path directory;

  @Test
  void a_directory_is_deleted_with_everything_below_it() throws IOException {
    Path root = directory.resolve("root");
    Files.createDirectories(root.resolve("a/b"));
    Files.writeString(root.resolve("a/b/file"), "content");
    FileTree.delete(root);
    FileTree.delete(root);

    assertThat(root).doesNotExist();
  }

  @Test
  void what_a_link_points_at_is_kept() throws IOException {
    Path precious = Files.createDirectories(directory.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "42");
    Path root = Files.createDirectories(directory.resolve("root"));
    assumeThatCode(() -> Files.createSymbolicLink(root.resolve("link"), precious))
        .doesNotThrowAnyException();
    FileTree.delete(root);

    assertThat(root).doesNotExist();
    assertThat(precious.resolve("thesis.txt")).hasContent("42");
  }
}
