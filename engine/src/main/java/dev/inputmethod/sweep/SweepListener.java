package dev.inputmethod.sweep;

import dev.inputmethod.reports.record.TrialRecord;

/** Is told how a sweep goes on. Calls come one at a time, from the thread that runs the sweep. */
public interface SweepListener {
  /**
   * An experiment's trials are known.
   *
   * @param trials all of them
   * @param recorded those with a record, which are not run again
   * @param repeatedConfigurations points of the search space that were equal to an earlier one
   */
  default void planned(String experiment, int trials, int recorded, int repeatedConfigurations) {}

  /** A trial goes on; called often. */
  default void trialProgressed(Progress progress) {}

  /** A trial ended, completed or failed. */
  default void trialFinished(TrialRecord record) {}

  /**
   * How far a trial is.
   *
   * @param epoch counted from 1
   * @param step updates done, of {@code steps} in all epochs
   * @param trainingLoss of the last measured batch, as the task has it: nats per word, for one
   */
  record Progress(
      String trial, int epoch, int epochs, long step, long steps, double trainingLoss) {}
}
