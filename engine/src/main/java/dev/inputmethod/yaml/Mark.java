package dev.inputmethod.yaml;

import dev.inputmethod.problem.Problem;

/**
 * A position in a source.
 *
 * @param source the file as the user gave it, or the name of an option
 * @param line the line from 1; 0 for an option, which has no lines
 * @param column the column from 1; 0 for an option
 */
public record Mark(String source, int line, int column) {
  public static Mark option(String name) {
    return new Mark(name, 0, 0);
  }

  public Problem problem(String message) {
    return line == 0 ? new Problem(source, message) : Problem.at(source, line, column, message);
  }

  /** Returns the position for a message about the same source. */
  public String shortly() {
    return line == 0 ? source : "line " + line;
  }
}
