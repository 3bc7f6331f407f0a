package dev.inputmethod.engine;

import java.nio.file.Path;

/**
 * Where a run reads and writes.
 *
 * @param base what relative paths are resolved against
 * @param output holds a directory for each experiment
 */
public record Workplace(Path base, Path output) {
  public Workplace {
    base = base.toAbsolutePath().normalize();
    output = base.resolve(output).toAbsolutePath().normalize();
  }
}
