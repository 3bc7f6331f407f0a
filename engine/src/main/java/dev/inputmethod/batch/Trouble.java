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
  /** Of any failure. */
  public static Trouble of(Exception failure) {
    if (failure instanceof RunStoppedException stopped) {
      Trouble why = of(stopped.reason());
      return new Trouble("The run stopped. " + why.text(), why.isInput(), why.isExplained());
    }
    if (failure instanceof InvalidInputException invalid) {
      return new Trouble(lines(invalid), true, true);
    }
    if (failure instanceof InvalidPathException path) {
      return new Trouble(unwritable(path), true, true);
    }
    if (failure instanceof UncheckedIOException io) {
      return of(new StorageException(io));
    }
    if (failure instanceof StorageException storage) {
      return new Trouble(storage.sentence(), false, true);
    }
    return new Trouble(failure.toString(), false, false);
  }

  /** A locale without the letters of a path is the usual reason. */
  private static String unwritable(InvalidPathException path) {
    String encoding = System.getProperty("sun.jnu.encoding", "unknown");
    return "'%s' is no path on this machine (%s). File names are in %s here; if that lacks its letters, use a locale with UTF-8, such as LC_ALL=C.UTF-8"
        .formatted(path.getInput(), path.getReason(), encoding);
  }

  private static String lines(InvalidInputException invalid) {
    return invalid.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
