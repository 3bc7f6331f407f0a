package dev.inputmethod.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Objects;

/** A file cannot be read or written; the message says which, why, and what to do. */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a complete message. */
  public StorageException(String message) {
    super(message);
  }

  /**
   * Creates an exception whose message is completed with what the user can do.
   *
   * @param failure its message says what cannot be done, and its cause why
   */
  public StorageException(UncheckedIOException failure) {
    super(message(failure), failure);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  private static String message(UncheckedIOException failure) {
    IOException cause = Objects.requireNonNull(failure.getCause());
    String what = String.valueOf(failure.getMessage());
    // The message may end with the system's reason, which is replaced by a clearer one.
    String given = ": " + cause.getMessage();
    if (what.endsWith(given)) {
      what = what.substring(0, what.length() - given.length());
    }
    String reason = reason(cause);
    return String.format(
        Locale.ROOT,
        "%s: %s; %s, or choose another output directory, then run again; finished trials are kept",
        what,
        reason,
        remedy(reason));
  }

  /** Returns the reason in words, even if the system's message is only the name of a file. */
  public static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException denied) {
      return "access to " + denied.getFile() + " is denied";
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return ((FileSystemException) cause).getFile() + " is not a directory";
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private static String remedy(String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    return lower.contains("space") || lower.contains("quota")
        ? "free some space"
        : "check the permissions";
  }
}
