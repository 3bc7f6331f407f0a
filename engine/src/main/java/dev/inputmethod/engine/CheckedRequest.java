package dev.inputmethod.engine;

import dev.inputmethod.experiment.Experiment;
import java.util.List;

/**
 * A request whose experiment files have been read and contain no mistakes.
 *
 * @param experiments the experiments of the files, in order
 */
public record CheckedRequest(ExperimentRequest request, List<Experiment> experiments) {
  public CheckedRequest {
    experiments = List.copyOf(experiments);
  }
}
