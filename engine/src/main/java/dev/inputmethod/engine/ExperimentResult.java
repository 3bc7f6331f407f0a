package dev.inputmethod.engine;

import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.record.TrialRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The result of an experiment.
 *
 * @param source the name of the experiment file as the user gave it
 * @param directory the directory with its trials, event files and reports
 * @param report the HTML page
 * @param winner a sentence that names the best configuration and its result; empty if no trial
 *     completed or configurations cannot be ranked
 * @param failed all failed trials, including those of earlier runs
 * @param damaged records and measurements that cannot be read and do not count
 * @param diskBytes the size of the directory
 * @param left trials in the directory that do not belong to the experiment's current settings
 */
public record ExperimentResult(
    String experiment,
    String source,
    Path directory,
    Path report,
    Optional<String> winner,
    List<TrialRecord> failed,
    List<Problem> damaged,
    long diskBytes,
    LeftTrials left) {
  public ExperimentResult {
    failed = List.copyOf(failed);
    damaged = List.copyOf(damaged);
  }
}
