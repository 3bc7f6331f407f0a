package dev.inputmethod.task;

import java.util.Map;

/**
 * Scores classes by their mean cross-entropy −(1/M)·Σ ln p(target) alone, in nats, which is quick
 * where there are many.
 */
final class CrossEntropyScorer implements Scorer {
  private final int classes;
  private long targets;
  private double nats;

  CrossEntropyScorer(int classes) {
    this.classes = classes;
  }

  @Override
  public void add(Batch batch, float[] logProbabilities) {
    int[] wanted = ((SymbolBatch) batch).targets();
    for (int i = 0; i < wanted.length; i++) {
      nats -= logProbabilities[i * classes + wanted[i]];
      targets++;
    }
  }

  @Override
  public double loss() {
    return nats / targets;
  }

  @Override
  public Map<String, Double> metrics() {
    return targets == 0 ? Map.of() : Map.of("crossEntropy", loss());
  }
}
