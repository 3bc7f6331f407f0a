package dev.inputmethod.training;

import dev.inputmethod.reports.record.Measurement;
import java.util.Map;

/** Receives what happens in a trial, as it happens. */
public interface TrialListener {
  /**
   * Called after each step.
   *
   * @param trainingLoss the batch's mean loss before its update, in the task's unit; 0 without any
   *     target
   * @param targets in the batch
   */
  default void stepped(int epoch, long step, double trainingLoss, int targets) {}

  /** Called after each measurement. */
  default void measured(Measurement measurement) {}

  /**
   * Called with all parameters and their gradients at a step, by parameter name. The arrays are
   * copies.
   */
  default void histograms(
      long step, Map<String, float[]> parameters, Map<String, float[]> gradients) {}
}
