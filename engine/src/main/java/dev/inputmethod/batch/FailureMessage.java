package dev.inputmethod.batch;

import dev.inputmethod.engine.RunStoppedException;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.problem.StorageException;
import dev.inputmethod.sweep.TrialWorkerFailedException;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The message shown for an exception that ends a task.
 *
 * @param text the message
 * @param isInput whether the user's input is at fault
 * @param isExplained whether the text says everything there is to know, so that no stack trace is
 *     needed
 */
public record FailureMessage(String text, boolean isInput, boolean isExplained) {
  /** Part of the JDK's reason when a path cannot be encoded in the locale's encoding. */
  private static final String UNMAPPABLE = "unmappable characters";

  /** Returns the message for an exception. */
  public static FailureMessage of(Exception failure) {
    if (failure instanceof RunStoppedException stopped) {
      FailureMessage why = of(stopped.reason());
      return new FailureMessage("The run stopped. " + why.text(), why.isInput(), why.isExplained());
    }
    if (failure instanceof InvalidInputException invalid) {
      return new FailureMessage(lines(invalid), true, true);
    }
    if (failure instanceof InvalidPathException path) {
      return new FailureMessage(
          path.getReason().contains(UNMAPPABLE)
              ? "the path '" + path.getInput() + "' contains characters that " + unrepresentable()
              : String.format(
                  Locale.ROOT,
                  "'%s' is not a valid path on this system: %s",
                  path.getInput(),
                  path.getReason()),
          true,
          true);
    }
    if (failure instanceof TrialWorkerFailedException ended) {
      return new FailureMessage("The trial cannot be used: " + ended.getMessage(), false, true);
    }
    if (failure instanceof UncheckedIOException io) {
      return of(new StorageException(io));
    }
    if (failure instanceof StorageException storage) {
      return new FailureMessage(storage.getMessage(), false, true);
    }
    return new FailureMessage(failure.toString(), false, false);
  }

  /** Ends a sentence about characters of an argument or path that the locale's encoding lacks. */
  static String unrepresentable() {
    return String.format(
        Locale.ROOT,
        "this locale's encoding (%s) cannot represent; use a UTF-8 locale such as LC_ALL=C.UTF-8",
        System.getProperty("sun.jnu.encoding", "unknown"));
  }

  private static String lines(InvalidInputException invalid) {
    return invalid.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }
}
