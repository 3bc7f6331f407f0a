package dev.inputmethod.task;

import java.util.Map;

/**
 * How well classes are chosen: the mean cross-entropy −(1/M)·Σ ln p(target), in nats, and the share
 * of targets that are more probable than every other class.
 */
final class ClassScores implements Scores {
  private final int classes;
  private final String shareName;
  private long targets;
  private long right;
  private double nats;

  /**
   * @param shareName what the share of right answers is called, such as {@code accuracy}
   */
  ClassScores(int classes, String shareName) {
    this.classes = classes;
    this.shareName = shareName;
  }

  @Override
  public void add(Batch batch, float[] logProbabilities) {
    int[] wanted = ((SymbolBatch) batch).targets();
    for (int i = 0; i < wanted.length; i++) {
      int target = wanted[i];
      targets++;
      nats -= logProbabilities[i * classes + target];
      if (isGreatest(logProbabilities, i * classes, target)) {
        right++;
      }
    }
  }

  private boolean isGreatest(float[] logs, int start, int target) {
    for (int id = 0; id < classes; id++) {
      // A network that cannot tell two classes apart has not answered; NaN is no answer either.
      if (id != target && !(logs[start + id] < logs[start + target])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public double loss() {
    return nats / targets;
  }

  @Override
  public Map<String, Double> metrics() {
    return targets == 0
        ? Map.of()
        : Map.of("crossEntropy", loss(), shareName, (double) right / targets);
  }
}
