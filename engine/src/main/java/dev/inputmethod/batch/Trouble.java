package dev.inputmethod.batch;

import dev.inputmethod.engine.RunStoppedException;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.problem.StorageException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.stream.Collectors;

/**
 * What went wrong, as both doors tell it.
 *
 * @param text for the user
 * @param isInput whether what the user gave is wrong
 * @param isExplained whether the text says all there is to know, so that no stack trace is needed
 */
public record Trouble(String text, boolean isInput, boolean isExplained) {
  /** What the JDK says of a path that cannot be written in the locale's encoding. */
  private static final String UNMAPPABLE = "unmappable characters";

  /** Of any failure. */
  public static Trouble of(Exception failure) {
    if (failure instanceof RunStoppedException stopped) {
      Trouble why = of(stopped.reason());
      return new Trouble("The run stopped. " + why.text(), why.isInput(), why.isExplained());
    }
    if (failure instanceof InvalidInputException invalid) {
      return new Trouble(lines(invalid), true, true);
    }
    if (failure instanceof InvalidPathException path && path.getReason().contains(UNMAPPABLE)) {
      return new Trouble(unspellable(path), true, true);
    }
    if (failure instanceof UncheckedIOException io) {
      return of(new StorageException(io));
    }
    if (failure instanceof StorageException storage) {
      return new Trouble(storage.sentence(), false, true);
    }
    return new Trouble(failure.toString(), false, false);
  }

  /** Only a path that the user gave has letters that a locale can lack. */
  private static String unspellable(InvalidPathException path) {
    return "the path '%s' has letters that this locale lacks: file names are in %s here; use a locale with UTF-8, such as LC_ALL=C.UTF-8"
        .formatted(path.getInput(), System.getProperty("sun.jnu.encoding", "another encoding"));
  }

  private static String lines(InvalidInputException invalid) {
    return invalid.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
