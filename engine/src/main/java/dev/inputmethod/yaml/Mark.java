package dev.inputmethod.yaml;

import dev.inputmethod.problem.Problem;

/**
 * Where something was written.
 *
 * @param source the file as the user gave it, or the name of an option
 * @param line from 1; 0 in an option, which has no lines
 * @param column from 1; 0 in an option
 */
public record Mark(String source, int line, int column) {
  public static Mark option(String name) {
    return new Mark(name, 0, 0);
  }

  public Problem problem(String message) {
    return line == 0 ? new Problem(source, message) : Problem.at(source, line, column, message);
  }

  /** This place as a reader of a message about the same source would look it up. */
  public String shortly() {
    return line == 0 ? source : "line " + line;
  }
}
