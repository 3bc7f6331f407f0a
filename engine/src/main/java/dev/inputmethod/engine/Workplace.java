package dev.inputmethod.engine;

import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.nio.file.Path;

/**
 * Where a run reads and writes.
 *
 * @param base what relative paths are resolved against
 * @param output holds a directory for each experiment, and nothing that is not a result; neither
 *     the base nor above it, or an {@link InvalidInputException} says so
 */
public record Workplace(Path base, Path output) {
  public Workplace {
    base = base.toAbsolutePath().normalize();
    output = base.resolve(output).toAbsolutePath().normalize();
    if (base.startsWith(output)) {
      throw new InvalidInputException(
          new Problem(
              FilePatterns.shown(output),
              "holds more than results, which need a directory of their own; choose another output"
                  + " directory"));
    }
  }
}
