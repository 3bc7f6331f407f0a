package dev.inputmethod.task;

import java.util.Map;

/** Makes the examples of a task with a known answer, each from a key of its own. */
sealed interface Maker permits Adding, TemporalOrder, CopyMemory {

  Signature signature();

  /** One example for each key; the same key gives the same example. */
  Batch make(long[] keys);

  /** The same with the loss at the last step only, and nothing padded. */
  default Batch makeForProbe(long[] keys) {
    return make(keys);
  }

  Scorer scorer();

  /** {@link Task#dependencyLength()}. */
  int dependencyLength();

  /** {@link Task#memorylessLoss()}. */
  double memorylessLoss();

  /** What is reached by remembering so much, by name and metric. */
  Map<String, Double> baselines();
}
