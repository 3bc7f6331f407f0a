package dev.inputmethod.engine;

import dev.inputmethod.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * Reports drawn from records.
 *
 * @param pages the reports, and the page over all of them
 * @param damaged what could not be read and is left out of them
 */
public record Drawn(List<Path> pages, List<Problem> damaged) {
  public Drawn {
    pages = List.copyOf(pages);
    damaged = List.copyOf(damaged);
  }
}
