package dev.inputmethod.problem;

import java.util.Objects;

/**
 * One mistake in what a user gave us.
 *
 * @param where the file and, where known, {@code :line:column} (both from 1), or the name of an
 *     option
 * @param message what was found, what is allowed, and what to do
 */
public record Problem(String where, String message) {
  public Problem {
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(message, "message");
  }

  /** A problem at a line and column of a file, both counted from 1. */
  public static Problem at(String file, int line, int column, String message) {
    return new Problem(file + ":" + line + ":" + column, message);
  }

  /** A problem at a line of a file, counted from 1. */
  public static Problem at(String file, long line, String message) {
    return new Problem(file + ":" + line, message);
  }

  @Override
  public String toString() {
    return where + ": " + message;
  }
}
