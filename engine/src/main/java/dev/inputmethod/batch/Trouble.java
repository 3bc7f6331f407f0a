package dev.inputmethod.batch;

import dev.inputmethod.engine.RunStoppedException;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.problem.StorageException;
import dev.inputmethod.sweep.WorkerEndedException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Locale;
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
    if (failure instanceof InvalidPathException path) {
      return new Trouble(
          path.getReason().contains(UNMAPPABLE)
              ? unspellable(path)
              : String.format(
                  Locale.ROOT, "'%s' is no path here: %s", path.getInput(), path.getReason()),
          true,
          true);
    }
    if (failure instanceof WorkerEndedException ended) {
      return new Trouble("The trial cannot be used: " + ended.getMessage(), false, true);
    }
    if (failure instanceof UncheckedIOException io) {
      return of(new StorageException(io));
    }
    if (failure instanceof StorageException storage) {
      return new Trouble(storage.sentence(), false, true);
    }
    return new Trouble(failure.toString(), false, false);
  }

  /** Only a path that the user gave can have letters that the locale lacks. */
  private static String unspellable(InvalidPathException path) {
    return String.format(
        Locale.ROOT,
        "the path '%s' has letters that this locale lacks: file names are in %s here; use a locale with UTF-8, such as LC_ALL=C.UTF-8",
        path.getInput(),
        System.getProperty("sun.jnu.encoding", "another encoding"));
  }

  private static String lines(InvalidInputException invalid) {
    return invalid.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
