package dev.inputmethod.engine;

import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Invisible;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.problem.StorageException;
import dev.inputmethod.reports.record.OutputDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Restricts an output directory to one run at a time, since two runs would delete each other's
 * trials. The operating system releases the lock when its holder ends, in whatever way.
 */
public final class OutputLock {
  /** A byte after all content, because Windows prevents others from reading locked bytes. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int LONGEST_HOLDER = 2000;

  /**
   * The files locked by this JVM. POSIX locks belong to the process, and are released when any
   * channel on the file is closed.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private OutputLock() {}

  /**
   * Runs some work while holding the lock. The directory is created if necessary.
   *
   * @param command shown to users whose run is refused meanwhile
   * @throws InvalidInputException if another run holds the lock, or the directory is not writable
   */
  public static <T> T holding(Path output, String command, Supplier<T> work) {
    Path file = file(output);
    if (!HELD.add(file)) {
      // Not even to be opened for reading, see HELD.
      throw taken(output, "in this process");
    }
    try (FileChannel channel = locked(output, file)) {
      writeHolder(output, channel, command);
      return work.get();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + file, e);
    } finally {
      HELD.remove(file);
    }
  }

  /**
   * Runs some work while holding the lock if a run has used the directory before. Another directory
   * may be missing or not ours to write to.
   */
  public static <T> T holdingIfUsed(Path output, String command, Supplier<T> work) {
    return Files.exists(new OutputDirectory(output).lock())
        ? holding(output, command, work)
        : work.get();
  }

  private static Path file(Path output) {
    try {
      Files.createDirectories(output);
      return new OutputDirectory(output.toRealPath()).lock();
    } catch (IOException e) {
      throw unusable(output, e);
    }
  }

  private static FileChannel locked(Path output, Path file) throws IOException {
    FileChannel channel = opened(output, file);
    try {
      @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
      if (lock == null) {
        throw taken(output, holder(file));
      }
      return channel;
    } catch (IOException e) {
      channel.close();
      throw unusable(output, e);
    } catch (RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel opened(Path output, Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unusable(output, e);
    }
  }

  private static void writeHolder(Path output, FileChannel channel, String command) {
    String holder =
        String.format(
            Locale.ROOT,
            "process %d since %s: %s\n",
            ProcessHandle.current().pid(),
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS),
            command);
    try {
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw unusable(output, e);
    }
  }

  private static InvalidInputException unusable(Path output, IOException e) {
    return new InvalidInputException(
        new Problem(
            FilePatterns.shown(output),
            String.format(
                Locale.ROOT,
                "results cannot be written here: %s; fix that, or choose another output directory",
                StorageException.reason(e))));
  }

  private static InvalidInputException taken(Path output, String holder) {
    return new InvalidInputException(
        new Problem(
            FilePatterns.shown(output),
            String.format(
                Locale.ROOT,
                "another run is using this directory (%s); wait until it has ended, or choose"
                    + " another output directory",
                holder)));
  }

  private static String holder(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() || text.length() > LONGEST_HOLDER
          ? "a process that has just started"
          : Invisible.shown(text);
    } catch (IOException e) {
      return "unknown process";
    }
  }
}
