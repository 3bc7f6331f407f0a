package dev.inputmethod.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new directory to build in, next to the finished ones. A locked file shows that its builder is
 * alive. Directories left behind by builders that were killed are deleted.
 */
final class BuildDirectory implements Closeable {
  private static final String PREFIX = ".building-";
  private static final String LOCK_SUFFIX = ".lock";
  private static final String DOOR = ".lock";

  private final Path path;
  private final Path lockFile;
  private final FileChannel lock;

  private BuildDirectory(Path path, Path lockFile, FileChannel lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  static BuildDirectory create(Path parent) throws IOException {
    // One at a time, in this and other processes: a new lock file looks abandoned until it is
    // locked.
    synchronized (BuildDirectory.class) {
      try (FileChannel door =
          FileChannel.open(
              parent.resolve(DOOR), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        door.lock();
        deleteAbandoned(parent);
        // Not Files.createTempDirectory, whose permissions exclude other users.
        Path path = Files.createDirectory(parent.resolve(PREFIX + UUID.randomUUID()));
        Path lockFile = parent.resolve(path.getFileName() + LOCK_SUFFIX);
        return new BuildDirectory(path, lockFile, locked(lockFile));
      }
    }
  }

  private static FileChannel locked(Path lockFile) throws IOException {
    FileChannel lock =
        FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      lock.lock();
      return lock;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  private static void deleteAbandoned(Path parent) throws IOException {
    try (DirectoryStream<Path> locks =
        Files.newDirectoryStream(parent, PREFIX + "*" + LOCK_SUFFIX)) {
      for (Path lockFile : locks) {
        if (isAbandoned(lockFile)) {
          String name = lockFile.getFileName().toString();
          deleteIfPossible(parent.resolve(name.substring(0, name.length() - LOCK_SUFFIX.length())));
          Files.deleteIfExists(lockFile);
        }
      }
    }
  }

  private static boolean isAbandoned(Path lockFile) {
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // Deleted meanwhile, or not accessible.
      return false;
    }
  }

  /**
   * Deletes a directory of files, as far as possible: on Windows, mapped files cannot be deleted.
   */
  static void deleteIfPossible(Path directory) {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      // Mapped, or being deleted by another process: it does no harm.
    }
  }

  @Override
  public void close() throws IOException {
    deleteIfPossible(path);
    lock.close();
    Files.deleteIfExists(lockFile);
  }
}
