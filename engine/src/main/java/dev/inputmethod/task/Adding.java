package dev.inputmethod.task;

import java.util.Map;

/**
 * The adding problem (Hochreiter and Schmidhuber 1997, experiment 4, in the form of Arjovsky, Shah
 * and Bengio 2016): each of T steps has a value from U[0, 1) and a marker, which is 1 at one step
 * of each half and 0 elsewhere; the answer is the sum of the two marked values.
 *
 * <p>Always answering 1 has the squared error Var(u₁ + u₂) = 1/6; knowing one of the two, 1/12.
 */
final class Adding implements Maker {
  private static final double NOTHING_REMEMBERED = 1.0 / 6;
  private static final double ONE_REMEMBERED = 1.0 / 12;

  private final int length;

  /**
   * @param length T, at least 2
   */
  Adding(int length) {
    this.length = length;
  }

  @Override
  public Signature signature() {
    return new Signature(new Signature.Numbers(2), new Signature.LastNumber());
  }

  @Override
  public Batch make(long[] keys) {
    float[] numbers = new float[Math.multiplyExact(keys.length, 2 * length)];
    float[] sums = new float[keys.length];
    for (int row = 0; row < keys.length; row++) {
      Draws draws = new Draws(keys[row]);
      int values = row * 2 * length;
      int markers = values + length;
      int first = draws.between(0, length / 2 - 1);
      int second = draws.between(length / 2, length - 1);
      for (int t = 0; t < length; t++) {
        numbers[values + t] = draws.unit();
      }
      numbers[markers + first] = 1;
      numbers[markers + second] = 1;
      sums[row] = numbers[values + first] + numbers[values + second];
    }
    return new NumberBatch(length, 2, numbers, sums);
  }

  @Override
  public Scorer scorer() {
    return new SquaredErrorScorer();
  }

  /** The distance from the last step back to the last possible place of the first marker. */
  @Override
  public int dependencyLength() {
    return length - length / 2;
  }

  @Override
  public double memorylessLoss() {
    return NOTHING_REMEMBERED;
  }

  @Override
  public Map<String, Double> baselines() {
    return Map.of(
        "memoryless.meanSquaredError", NOTHING_REMEMBERED,
        "oneMarker.meanSquaredError", ONE_REMEMBERED);
  }
}
