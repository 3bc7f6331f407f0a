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

  private final String sentence;

  /** With a message that says all of it already. */
  public StorageException(String message) {
    super(message);
    this.sentence = message;
  }

  /**
   * @param failure says what cannot be done; its cause, why
   */
  public StorageException(UncheckedIOException failure) {
    super(failure);
    this.sentence = sentence(failure);
  }

  /** Which file, why, and what to do. */
  public String sentence() {
    return sentence;
  }

  @Override
  public String getMessage() {
    return sentence;
  }

  private static String sentence(UncheckedIOException failure) {
    IOException cause = Objects.requireNonNull(failure.getCause());
    String what = String.valueOf(failure.getMessage());
    // Where the thrower gave the reason too, it is said once, and in our words.
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

  /** Why, in words even where the system names no more than the file. */
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
