package dev.inputmethod.engine;

import java.util.List;

/**
 * Trials in an experiment's directory that belong to no configuration of this run, but to earlier
 * settings or other overrides.
 *
 * @param names of their directories
 * @param bytes what they take
 */
public record LeftTrials(List<String> names, long bytes) {
  public LeftTrials {
    names = List.copyOf(names);
  }
}
