package dev.inputmethod.engine;

import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.nio.file.Path;

/**
 * The directories that a run reads from and writes to.
 *
 * @param base the directory that relative paths are resolved against
 * @param output the directory for results, with one subdirectory for each experiment; {@link
 *     InvalidInputException} if it is the base directory or a parent of it
 */
public record WorkingDirectories(Path base, Path output) {
  public WorkingDirectories {
    base = base.toAbsolutePath().normalize();
    output = base.resolve(output).toAbsolutePath().normalize();
    if (base.startsWith(output)) {
      throw new InvalidInputException(
          new Problem(
              FilePatterns.shown(output),
              "is the base directory or a parent of it; results need a separate directory"));
    }
  }
}
