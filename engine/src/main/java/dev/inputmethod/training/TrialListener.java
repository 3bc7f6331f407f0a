package dev.inputmethod.training;

import dev.inputmethod.reports.record.Measurement;
import java.util.Map;

/** Is told what happens in a trial, as it happens. */
public interface TrialListener {
  /** A step was taken; the loss is that of its batch before it, in nats per word. */
  default void stepped(int epoch, long step, double trainingLoss, int targets) {}

  /** Something was measured. */
  default void measured(Measurement measurement) {}

  /** Parameters and their gradients at a step, by parameter name; the numbers are copies. */
  default void histograms(
      long step, Map<String, float[]> parameters, Map<String, float[]> gradients) {}
}
