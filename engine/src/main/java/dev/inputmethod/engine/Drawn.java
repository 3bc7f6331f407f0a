package dev.inputmethod.engine;

import dev.inputmethod.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * The result of drawing reports.
 *
 * @param pages the reports, and the page that lists them
 * @param damaged the files that cannot be read and are missing from the reports
 */
public record Drawn(List<Path> pages, List<Problem> damaged) {
  public Drawn {
    pages = List.copyOf(pages);
    damaged = List.copyOf(damaged);
  }
}
