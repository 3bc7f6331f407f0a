package dev.inputmethod.engine;

import java.util.List;

/**
 * Trials in an experiment's directory that no configuration of the present run is: of earlier
 * settings, or of other overrides.
 *
 * @param names of their directories
 * @param bytes what they take
 */
public record LeftTrials(List<String> names, long bytes) {
  public LeftTrials {
    names = List.copyOf(names);
  }
}
