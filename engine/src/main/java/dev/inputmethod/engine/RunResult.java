package dev.inputmethod.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * How a run ended.
 *
 * @param index the page over all experiments
 * @param corporaBytes what the encoded corpora take, which the experiments share
 */
public record RunResult(List<ExperimentResult> experiments, Path index, long corporaBytes) {
  public RunResult {
    experiments = List.copyOf(experiments);
  }
}
