package dev.inputmethod.sweep;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.reports.record.Outcome.Failed;
import dev.inputmethod.reports.record.TrialDirectory;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs those trials of an experiment that have no record yet, each to its record. A failed trial is
 * run again only when asked for; one that was cut off starts afresh.
 */
public final class Sweep {
  private final WorkerPool pool;
  private final ProvenanceFactory provenances;
  private final boolean onlyFailed;

  /**
   * @param onlyFailed run failed trials again, and no others
   */
  public Sweep(WorkerPool pool, ProvenanceFactory provenances, boolean onlyFailed) {
    this.pool = pool;
    this.provenances = provenances;
    this.onlyFailed = onlyFailed;
  }

  /** The trials that are to be run, of those planned. */
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

  /** Not known of a damaged record, which the report names. */
  private static boolean hasFailed(TrialDirectory directory) {
    try {
      return directory.readRecord().outcome() instanceof Failed;
    } catch (InvalidInputException damaged) {
      return false;
    }
  }

  /** Runs each trial on one of so many workers, and returns when the last has its record. */
  public void run(List<PlannedTrial> trials, int workers, SweepListener listener)
      throws InterruptedException {
    pool.train(trials, workers, new Bookkeeping(provenances, listener));
  }
}
