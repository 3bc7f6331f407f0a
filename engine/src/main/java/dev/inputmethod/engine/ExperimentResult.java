package dev.inputmethod.engine;

import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.record.TrialRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How an experiment ended.
 *
 * @param source the experiment file's name as the user gave it
 * @param directory holds its trials, event files and report
 * @param report the HTML page
 * @param winner one sentence: which configuration is best, and how good; empty when no trial
 *     completed or they cannot be ranked
 * @param failed every failed trial, those of earlier runs too
 * @param damaged records and measurements that cannot be read, which enter no figure
 * @param diskBytes size of the directory
 * @param left trials there that are not the experiment's (any more)
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
