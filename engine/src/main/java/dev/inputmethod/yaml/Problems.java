package dev.inputmethod.yaml;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects problems with their positions, so that all of them are reported at once. */
public final class Problems {
  private record Found(Mark mark, String message) {}

  private final Map<String, Set<Found>> bySource = new LinkedHashMap<>();

  public void add(Mark mark, String message) {
    bySource
        .computeIfAbsent(mark.source(), source -> new LinkedHashSet<>())
        .add(new Found(mark, message));
  }

  public boolean any() {
    return !bySource.isEmpty();
  }

  /** Returns the messages without positions. */
  public List<String> messages() {
    return bySource.values().stream().flatMap(Set::stream).map(Found::message).toList();
  }

  /**
   * Throws the problems, if there are any: sources in the order in which they were read, each from
   * its first line to its last, and each problem once.
   */
  public void throwIfAny() {
    List<Problem> problems = new ArrayList<>();
    for (Set<Found> found : bySource.values()) {
      found.stream()
          .sorted(
              Comparator.comparingInt((Found one) -> one.mark().line())
                  .thenComparingInt(one -> one.mark().column()))
          .forEach(one -> problems.add(one.mark().problem(one.message())));
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}
