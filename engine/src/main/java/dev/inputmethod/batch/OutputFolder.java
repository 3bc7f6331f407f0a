package dev.inputmethod.batch;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of results, from which results can be removed and nothing else.
 *
 * @param base must outlive it
 */
record OutputFolder(Path path, Path base) {
  private static final String MARK = "experiment.json";
  private static final String PROCESSED = "processed/vocabulary.txt";
  private static final String CORPORA = ".corpora";

  /** Files beside results that come with them, and that alone prove nothing. */
  private static final Pattern COMPANION =
      Pattern.compile("index\\.html|\\.lock|worker-\\d+\\.log(\\.crash)?");

  /**
   * Removes what this tool wrote, following no links, and the directory if nothing else is in it.
   *
   * @return what is left; empty when the directory is gone or was not there
   * @throws InvalidInputException if it holds no results; nothing is removed then
   */
  List<Path> remove() {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try {
      check();
      List<Path> results = new ArrayList<>();
      List<Path> companions = new ArrayList<>();
      List<Path> others = new ArrayList<>();
      for (Path entry : entries()) {
        (isResult(entry) ? results : isCompanion(entry) ? companions : others).add(entry);
      }
      if (results.isEmpty()) {
        throw refusal("it holds no results (no */" + MARK + ")");
      }
      results.addAll(companions);
      for (Path entry : results) {
        Files.walkFileTree(entry, new Remover());
      }
      if (others.isEmpty()) {
        Files.delete(path);
      }
      return others;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path + ": " + e.getMessage(), e);
    }
  }

  private void check() throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw refusal("it is no directory");
    }
    if (base.toRealPath().startsWith(path.toRealPath())) {
      throw refusal("it is the base directory or holds it");
    }
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.sorted().toList();
    }
  }

  private static boolean isResult(Path entry) {
    return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
        && (entry.endsWith(CORPORA)
            || Files.isRegularFile(entry.resolve(MARK))
            || Files.isRegularFile(entry.resolve(PROCESSED)));
  }

  private static boolean isCompanion(Path entry) {
    return Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
        && COMPANION.matcher(entry.getFileName().toString()).matches();
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
