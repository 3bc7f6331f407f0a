package dev.inputmethod.task;

import java.util.Map;

/**
 * Scores classes by their mean cross-entropy, and by the share of targets that are more probable
 * than every other class.
 */
final class ClassScorer implements Scorer {
  private final int classes;
  private final String shareName;
  private final CrossEntropyScorer crossEntropy;
  private long targets;
  private long right;

  /**
   * @param shareName what the share of right answers is called, such as {@code accuracy}
   */
  ClassScorer(int classes, String shareName) {
    this.classes = classes;
    this.shareName = shareName;
    this.crossEntropy = new CrossEntropyScorer(classes);
  }

  @Override
  public void add(Batch batch, float[] logProbabilities) {
    crossEntropy.add(batch, logProbabilities);
    int[] wanted = ((SymbolBatch) batch).targets();
    for (int i = 0; i < wanted.length; i++) {
      targets++;
      if (isGreatest(logProbabilities, i * classes, wanted[i])) {
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
    return crossEntropy.loss();
  }

  @Override
  public Map<String, Double> metrics() {
    return targets == 0
        ? Map.of()
        : Map.of("crossEntropy", loss(), shareName, (double) right / targets);
  }
}
