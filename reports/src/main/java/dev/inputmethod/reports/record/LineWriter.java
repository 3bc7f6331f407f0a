package dev.inputmethod.reports.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Appends lines to a file, only whole ones, every few seconds. */
final class LineWriter implements AutoCloseable {
  private static final Duration AT_THE_LATEST = Duration.ofSeconds(3);
  private static final int MOST_BYTES = 1 << 16;

  private final Path file;
  private final OutputStream out;
  private final Clock clock;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private Instant flushed;

  /** Starts the file afresh. */
  LineWriter(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    this.flushed = clock.instant();
    try {
      AtomicFile.createParent(file);
      this.out = Files.newOutputStream(file);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  void append(byte[] line) {
    waiting.writeBytes(line);
    waiting.write('\n');
    // A clock set back must not hold lines back.
    boolean late = Duration.between(flushed, clock.instant()).abs().compareTo(AT_THE_LATEST) >= 0;
    if (late || waiting.size() >= MOST_BYTES) {
      flush();
    }
  }

  private void flush() {
    try {
      waiting.writeTo(out);
      out.flush();
      waiting.reset();
      flushed = clock.instant();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public void close() {
    try (out) {
      flush();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private UncheckedIOException cannotWrite(IOException e) {
    return new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
  }
}
