package dev.inputmethod.engine;

import java.util.List;

/**
 * Trials in an experiment's directory that belong to earlier settings or other overrides, and not
 * to this run.
 *
 * @param names the names of their directories
 * @param bytes the disk space that they use
 */
public record LeftTrials(List<String> names, long bytes) {
  public LeftTrials {
    names = List.copyOf(names);
  }
}
