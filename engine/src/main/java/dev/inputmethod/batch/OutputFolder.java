package dev.inputmethod.batch;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The directory of results, which can be removed if it surely is one.
 *
 * @param base must outlive it
 */
record OutputFolder(Path path, Path base) {
  private static final String MARK = "experiment.json";

  /**
   * Removes the directory with everything in it, following no links.
   *
   * @return whether there was one
   * @throws InvalidInputException if it is no directory of results; nothing is removed then
   */
  boolean remove() {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try {
      check();
      Files.walkFileTree(path, new Remover());
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check() throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw refusal("it is no directory");
    }
    if (base.toRealPath().startsWith(path.toRealPath())) {
      throw refusal("it is the base directory or holds it");
    }
    if (!holdsExperiment()) {
      throw refusal("it holds no experiment (no */" + MARK + ")");
    }
  }

  private boolean holdsExperiment() throws IOException {
    try (DirectoryStream<Path> experiments = Files.newDirectoryStream(path)) {
      for (Path experiment : experiments) {
        if (Files.isRegularFile(experiment.resolve(MARK))) {
          return true;
        }
      }
    }
    return false;
  }

  private InvalidInputException refusal(String reason) {
    return new InvalidInputException(
        new Problem(
            "clean", path + " is not removed: " + reason + "; remove it by hand if you mean it"));
  }

  private static final class Remover extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
