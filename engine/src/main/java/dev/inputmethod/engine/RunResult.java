package dev.inputmethod.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * How a run ended.
 *
 * @param index the page over all experiments
 */
public record RunResult(List<ExperimentResult> experiments, Path index) {
  public RunResult {
    experiments = List.copyOf(experiments);
  }

  /** Whether any trial failed. */
  public boolean anyFailed() {
    return experiments.stream().anyMatch(experiment -> !experiment.failed().isEmpty());
  }
}
