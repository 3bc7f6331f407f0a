package dev.inputmethod.sweep;

import dev.inputmethod.reports.record.TrialRecord;

/** Observes a sweep. Methods are called one at a time, on the thread that runs the sweep. */
public interface SweepListener {
  /**
   * The trials of an experiment are planned.
   *
   * @param trials the number of trials
   * @param recorded the number of trials that have a record and are not run again
   * @param repeatedConfigurations the number of combinations that equal an earlier one
   */
  default void planned(String experiment, int trials, int recorded, int repeatedConfigurations) {}

  /** A trial has made progress; called often. */
  default void trialProgressed(Progress progress) {}

  /** A trial has ended, completed or failed. */
  default void trialFinished(TrialRecord record) {}

  /**
   * The progress of a trial.
   *
   * @param epoch the current epoch, from 1
   * @param step the number of updates made, of {@code steps} in all epochs
   * @param trainingLoss the loss of the last measured batch in the task's unit, such as nats per
   *     word
   */
  record Progress(
      String trial, int epoch, int epochs, long step, long steps, double trainingLoss) {}
}
