package dev.inputmethod.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Sums up the sizes of the files below a directory that may be changing. */
final class DiskUse extends SimpleFileVisitor<Path> {
  private long bytes;

  private DiskUse() {}

  /** Returns the size in bytes; 0 if there is no such directory. */
  static long of(Path directory) {
    DiskUse use = new DiskUse();
    try {
      Files.walkFileTree(directory, use);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot measure " + directory, e);
    }
    return use.bytes;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      bytes += attributes.size();
    }
    return FileVisitResult.CONTINUE;
  }

  /** Files that have been deleted meanwhile do not count. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException gone) {
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException gone) {
    return FileVisitResult.CONTINUE;
  }
}
