package dev.inputmethod.sweep;

import java.nio.file.Path;
import java.util.List;

/**
 * Starts the JVMs that trials run in.
 *
 * @param classPath the engine, all it needs at run time, and one platform's natives
 */
public record Launcher(List<Path> classPath) {
  public Launcher {
    classPath = List.copyOf(classPath);
  }
}
