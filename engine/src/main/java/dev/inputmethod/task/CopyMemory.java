package dev.inputmethod.task;

import java.util.Map;

/**
 * Copy memory (Hochreiter and Schmidhuber 1997; Arjovsky, Shah and Bengio 2016): ten symbols out of
 * eight, T − 1 blanks, a delimiter, ten blanks; during the last ten steps the symbols are to be
 * repeated in their order.
 *
 * <p>The loss counts these ten steps only: a network that remembers nothing has ln 8 nats at each.
 * As it was published, the loss is the mean over all T + 20 steps, where the same network has 10·ln
 * 8/(T + 20), since it soon knows the blanks at the other steps.
 */
final class CopyMemory implements Maker {
  private static final int RECALLED = 10;
  private static final int ALPHABET = 8;
  private static final int BLANK = ALPHABET;
  private static final int DELIMITER = ALPHABET + 1;

  private final int length;

  /**
   * @param length T, at least 1
   */
  CopyMemory(int length) {
    this.length = length;
  }

  @Override
  public Signature signature() {
    return new Signature(new Signature.Symbols(ALPHABET + 2), new Signature.StepClasses(ALPHABET));
  }

  @Override
  public Batch make(long[] keys) {
    return make(keys, RECALLED);
  }

  @Override
  public Batch makeForProbe(long[] keys) {
    return make(keys, 1);
  }

  private Batch make(long[] keys, int targetSteps) {
    int steps = length + 2 * RECALLED;
    int[] symbols = new int[Math.multiplyExact(keys.length, steps)];
    int[] targets = new int[keys.length * targetSteps];
    java.util.Arrays.fill(symbols, BLANK);
    for (int row = 0; row < keys.length; row++) {
      Draws draws = new Draws(keys[row]);
      int start = row * steps;
      for (int i = 0; i < RECALLED; i++) {
        symbols[start + i] = draws.between(0, ALPHABET - 1);
      }
      symbols[start + RECALLED + length - 1] = DELIMITER;
      System.arraycopy(
          symbols, start + RECALLED - targetSteps, targets, row * targetSteps, targetSteps);
    }
    return new SymbolBatch(steps, symbols, targetSteps, targets, new int[keys.length]);
  }

  @Override
  public Scorer scorer() {
    return new ClassScorer(ALPHABET, "recallAccuracy");
  }

  /** The distance from each step of the recall back to its symbol. */
  @Override
  public int dependencyLength() {
    return length + RECALLED;
  }

  @Override
  public double memorylessLoss() {
    return Math.log(ALPHABET);
  }

  @Override
  public Map<String, Double> baselines() {
    return Map.of(
        "memoryless.crossEntropy", Math.log(ALPHABET), "memoryless.recallAccuracy", 1.0 / ALPHABET);
  }
}
