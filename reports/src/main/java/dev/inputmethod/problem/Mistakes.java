package dev.inputmethod.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Tries several things of which each may find the input wrong, and tells all mistakes together. */
public final class Mistakes {
  private final Set<Problem> found = new LinkedHashSet<>();

  /** What the work gives; empty when it found mistakes, which are kept. */
  public <T> Optional<T> of(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (InvalidInputException e) {
      found.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** Keeps the mistakes that a check finds. */
  public void in(Runnable check) {
    try {
      check.run();
    } catch (InvalidInputException e) {
      found.addAll(e.problems());
    }
  }

  /**
   * Ends the attempt when anything was wrong.
   *
   * @throws InvalidInputException with everything found, each mistake once
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidInputException(List.copyOf(found));
    }
  }
}
