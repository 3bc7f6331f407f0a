package dev.inputmethod.batch;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.FileTree;
import dev.inputmethod.reports.record.OutputDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Removes the results in an output directory, and nothing else.
 *
 * @param path the output directory
 * @param base the base directory, which must not be removed
 */
record OutputFolder(Path path, Path base) {
  /**
   * Removes what this tool has written, without following links, and the directory if it is empty
   * then.
   *
   * @return the entries that were kept; empty if the directory is gone or did not exist
   * @throws InvalidInputException if the directory contains no results; nothing is removed then
   */
  List<Path> remove() {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try {
      check();
      List<Path> results = new ArrayList<>();
      List<Path> shared = new ArrayList<>();
      List<Path> others = new ArrayList<>();
      for (Path entry : entries()) {
        (isResult(entry) ? results : isSharedFile(entry) ? shared : others).add(entry);
      }
      if (results.isEmpty()) {
        throw refusal("it contains no results (no */experiment.json)");
      }
      results.addAll(shared);
      for (Path entry : results) {
        FileTree.delete(entry);
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
      throw refusal("it is not a directory");
    }
    if (base.toRealPath().startsWith(path.toRealPath())) {
      throw refusal("it is the base directory or a parent of it");
    }
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      return entries.sorted().toList();
    }
  }

  private boolean isResult(Path entry) {
    ExperimentDirectory experiment = new ExperimentDirectory(entry);
    return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
        && (entry.equals(new OutputDirectory(path).corpora())
            || experiment.isExperiment()
            || experiment.isProcessed());
  }

  /** Shared files are removed with results; alone they do not identify an output directory. */
  private static boolean isSharedFile(Path entry) {
    return Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
        && OutputDirectory.isSharedFile(entry.getFileName().toString());
  }

  private InvalidInputException refusal(String reason) {
    return new InvalidInputException(
        new Problem(
            "clean", path + " is not removed: " + reason + "; remove it by hand if you mean it"));
  }
}
