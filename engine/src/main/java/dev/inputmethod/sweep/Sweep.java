package dev.inputmethod.sweep;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.reports.record.Outcome.Failed;
import dev.inputmethod.reports.record.TrialDirectory;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the trials of an experiment that have no record yet. A failed trial is run again only on
 * request; one that was interrupted starts from the beginning.
 */
public final class Sweep {
  private final WorkerPool pool;
  private final ProvenanceFactory provenances;
  private final boolean onlyFailed;

  /**
   * Creates a sweep.
   *
   * @param onlyFailed whether to run only the trials that failed before
   */
  public Sweep(WorkerPool pool, ProvenanceFactory provenances, boolean onlyFailed) {
    this.pool = pool;
    this.provenances = provenances;
    this.onlyFailed = onlyFailed;
  }

  /** Returns those of the planned trials that need to run. */
  public List<PlannedTrial> toRun(List<PlannedTrial> planned) {
    List<PlannedTrial> trials = new ArrayList<>();
    for (PlannedTrial trial : planned) {
      if (isToRun(trial.directory())) {
        trials.add(trial);
      }
    }
    return trials;
  }

  private boolean isToRun(TrialDirectory directory) {
    if (!directory.isFinished()) {
      return !onlyFailed;
    }
    return onlyFailed && hasFailed(directory);
  }

  /** Whether a trial has failed; false for a damaged record, which the report names. */
  private static boolean hasFailed(TrialDirectory directory) {
    try {
      return directory.readRecord().outcome() instanceof Failed;
    } catch (InvalidInputException damaged) {
      return false;
    }
  }

  /**
   * Runs the trials on the given number of workers, and returns when the last one has its record.
   */
  public void run(List<PlannedTrial> trials, int workers, SweepListener listener)
      throws InterruptedException {
    pool.train(trials, workers, new Bookkeeping(provenances, listener));
  }
}
