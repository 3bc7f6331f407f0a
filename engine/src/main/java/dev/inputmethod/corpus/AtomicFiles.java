package dev.inputmethod.corpus;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes text files that are there whole or not at all. */
final class AtomicFiles {
  private AtomicFiles() {}

  /** Writes the content, in UTF-8. */
  interface Content {
    void writeTo(BufferedWriter out) throws IOException;
  }

  /** Writes beside {@code file} and renames; an earlier file of that name is replaced. */
  static void write(Path file, Content content) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path temporary = Files.createTempFile(directory, "." + file.getFileName(), ".tmp");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
        content.writeTo(out);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
