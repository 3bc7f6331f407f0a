package dev.inputmethod.task;

import java.util.Map;

/** Scores numbers by their mean squared error (1/M)·Σ (answer − value)². */
final class SquaredErrorScorer implements Scorer {
  private long targets;
  private double squares;

  @Override
  public void add(Batch batch, float[] answers) {
    float[] values = ((NumberBatch) batch).values();
    for (int row = 0; row < values.length; row++) {
      double error = (double) answers[row] - values[row];
      squares += error * error;
      targets++;
    }
  }

  @Override
  public double loss() {
    return squares / targets;
  }

  @Override
  public Map<String, Double> metrics() {
    return targets == 0 ? Map.of() : Map.of("meanSquaredError", loss());
  }
}
