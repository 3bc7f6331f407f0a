package dev.inputmethod.task;

import java.util.Map;

/** Makes the examples of a task with a known answer, each from a key of its own. */
sealed interface Maker permits Adding, TemporalOrder, CopyMemory {

  Signature signature();

  /** Makes one example for each key; the same key gives the same example. */
  Batch make(long[] keys);

  /** Makes the same examples with a loss at the last step only, and without padding. */
  default Batch makeForProbe(long[] keys) {
    return make(keys);
  }

  Scorer scorer();

  /** {@link Task#dependencyLength()}. */
  int dependencyLength();

  /** {@link Task#memorylessLoss()}. */
  double memorylessLoss();

  /** What networks that remember little or nothing reach, by their name and metric. */
  Map<String, Double> baselines();
}
