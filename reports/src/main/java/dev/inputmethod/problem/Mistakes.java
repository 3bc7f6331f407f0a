package dev.inputmethod.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Collects the problems of several checks, so that all of them are reported at once. */
public final class Mistakes {
  private final Set<Problem> found = new LinkedHashSet<>();

  /** Keeps a problem. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Returns the result of some work; empty if the work threw problems, which are kept. */
  public <T> Optional<T> of(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (InvalidInputException e) {
      found.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** Runs a check, and keeps the problems that it throws. */
  public void in(Runnable check) {
    try {
      check.run();
    } catch (InvalidInputException e) {
      found.addAll(e.problems());
    }
  }

  /**
   * Throws the problems kept so far, if there are any.
   *
   * @throws InvalidInputException with every problem, each of them once
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidInputException(List.copyOf(found));
    }
  }
}
