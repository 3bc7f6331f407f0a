package dev.inputmethod.reports.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file so that a reader sees the old content or the new, and never a part. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes text. */
  public interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /** Writes the text as UTF-8; creates the directory where it is missing. */
  public static void write(Path file, String content) {
    write(file, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes the bytes; creates the directory where it is missing. */
  public static void write(Path file, byte[] content) {
    writeBytes(file, out -> out.write(content));
  }

  /** Writes text as it comes, as UTF-8; creates the directory where it is missing. */
  public static void write(Path file, Content content) {
    writeBytes(
        file,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          content.writeTo(text);
          text.flush();
        });
  }

  /** Writes bytes. */
  private interface Bytes {
    void writeTo(OutputStream out) throws IOException;
  }

  private static void writeBytes(Path file, Bytes content) {
    try {
      createParent(file);
      // Not Files.createTempFile: it gives permissions that keep everyone else from the result.
      Path temporary =
          file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
      try {
        writeThrough(temporary, content);
        move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  static void createParent(Path file) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }

  private static void writeThrough(Path file, Bytes content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = Channels.newOutputStream(channel);
      content.writeTo(out);
      // Before the rename: after a power cut the name must not stand for an empty file.
      channel.force(true);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
