package dev.inputmethod.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * The result of a run.
 *
 * @param index the page that lists all experiments
 * @param corporaBytes the disk space of the encoded corpora, which the experiments share
 */
public record RunResult(List<ExperimentResult> experiments, Path index, long corporaBytes) {
  public RunResult {
    experiments = List.copyOf(experiments);
  }
}
