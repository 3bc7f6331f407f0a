package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.tensorboard.proto.Event;
import dev.inputmethod.reports.tensorboard.proto.SessionLog;
import dev.inputmethod.reports.tensorboard.proto.SessionLog.SessionStatus;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * An event file: records framed as TensorFlow's {@code TFRecord}, little-endian, u64 length, u32
 * masked CRC-32C of it, the event, u32 masked CRC-32C of that.
 */
final class EventFile implements AutoCloseable {
  private static final String VERSION = "brain.Event:2";
  private static final String NAMES = "events.out.tfevents.*";
  private static final Duration AT_THE_LATEST = Duration.ofSeconds(3);

  private final Path file;
  private final Clock clock;
  private final OutputStream out;
  private Instant flushed;

  private EventFile(Path file, OutputStream out, Clock clock) {
    this.file = file;
    this.out = out;
    this.clock = clock;
    this.flushed = clock.instant();
  }

  /**
   * Starts the run in {@code directory} afresh: event files of an earlier attempt are deleted, and
   * a TensorBoard that has read them drops them.
   */
  static EventFile start(Path directory, Clock clock) {
    Path file = directory.resolve(name(clock.instant()));
    try {
      Files.createDirectories(directory);
      deleteOld(directory);
      return start(file, Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), clock);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /** Writes the first events to a stream, and closes it if it does not take them. */
  static EventFile start(Path file, OutputStream out, Clock clock) {
    EventFile started = new EventFile(file, new BufferedOutputStream(out), clock);
    started.closeUnless(started::writeStart);
    return started;
  }

  private void writeStart() {
    write(event(0).setFileVersion(VERSION).build());
    write(event(0).setSessionLog(SessionLog.newBuilder().setStatus(SessionStatus.START)).build());
    flush();
  }

  /** Writes something without which the file is of no use: when that fails, it is closed. */
  void closeUnless(Runnable written) {
    try {
      written.run();
    } catch (RuntimeException e) {
      try {
        close();
      } catch (UncheckedIOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
  }

  /** Convention: seconds, host, process, counter. The host is nobody's business. */
  private static String name(Instant now) {
    long process = ProcessHandle.current().pid();
    return String.format(
        Locale.ROOT,
        "events.out.tfevents.%010d.inputmethod.%d.0",
        Math.max(0, now.getEpochSecond()),
        process);
  }

  /** Deletes a run's event files, even if another process does so at the same time. */
  static void deleteOld(Path directory) throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, NAMES)) {
      for (Path each : old) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** Writes the values as one event; they are on disk a few seconds later at the latest. */
  void write(long step, Summary.Builder summary) {
    write(event(step).setSummary(summary).build());
    // A clock set back must not hold events back.
    if (Duration.between(flushed, clock.instant()).abs().compareTo(AT_THE_LATEST) >= 0) {
      flush();
    }
  }

  /** Seconds since 1970, never NaN. */
  double now() {
    return clock.millis() / 1000.0;
  }

  void flush() {
    try {
      out.flush();
      flushed = clock.instant();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private Event.Builder event(long step) {
    return Event.newBuilder().setWallTime(now()).setStep(step);
  }

  private void write(Event event) {
    byte[] data = event.toByteArray();
    ByteBuffer framed =
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES + data.length + Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    framed.putLong(data.length);
    framed.putInt(maskedCrc(Arrays.copyOf(framed.array(), Long.BYTES)));
    framed.put(data);
    framed.putInt(maskedCrc(data));
    try {
      out.write(framed.array());
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** Rotated and shifted, so that the checksum of data that holds checksums stays a good one. */
  static int maskedCrc(byte[] data) {
    CRC32C crc = new CRC32C();
    crc.update(data);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xA282EAD8;
  }

  private UncheckedIOException cannotWrite(IOException e) {
    return cannotWrite(file, e);
  }

  private static UncheckedIOException cannotWrite(Path file, IOException e) {
    return new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
  }
}
