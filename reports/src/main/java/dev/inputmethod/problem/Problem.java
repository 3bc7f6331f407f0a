package dev.inputmethod.problem;

import java.util.Objects;

/**
 * A mistake in the user's input.
 *
 * @param where the file, followed by {@code :line:column} (both from 1) if known, or the name of an
 *     option
 * @param message what was found, what is allowed, and what to do
 */
public record Problem(String where, String message) {
  public Problem {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(message, "message");
  }

  /** Creates a problem at a line and column of a file, both from 1. */
  public static Problem at(String file, int line, int column, String message) {
    return new Problem(file + ":" + line + ":" + column, message);
  }

  /** Creates a problem at a line of a file, from 1. */
  public static Problem at(String file, long line, String message) {
    return new Problem(file + ":" + line, message);
  }

  @Override
  public String toString() {
    return where + ": " + message;
  }
}
