package dev.inputmethod.task;

import java.util.Map;

/**
 * Temporal order, experiment 6a of Hochreiter and Schmidhuber (1997): E, then distractors from {a,
 * b, c, d} but X or Y at two places, then B; the answer is which of XX, XY, YX, YY it was.
 *
 * <p>At length L = 100, as published, sequences have 100 to 110 symbols, the first place is among
 * 10 to 20, the second among 50 to 60 (E has place 0); other lengths scale these in proportion.
 * Shorter sequences are padded on the left with a symbol that is used for nothing else.
 */
final class TemporalOrder implements Maker {
  private static final int PAD = 0;
  private static final int START = 1;
  private static final int END = 2;
  private static final int FIRST_DISTRACTOR = 3;
  private static final int LAST_DISTRACTOR = 6;
  private static final int X = 7;
  private static final int SYMBOLS = 9;
  private static final int CLASSES = 4;

  private final int length;

  /**
   * @param length L, the least length of a sequence, at least 10
   */
  TemporalOrder(int length) {
    this.length = length;
  }

  /** So many tenths of the length, rounded down. */
  private int tenths(int count) {
    return (int) ((long) length * count / 10);
  }

  @Override
  public Signature signature() {
    return new Signature(new Signature.Symbols(SYMBOLS), new Signature.LastClass(CLASSES));
  }

  @Override
  public Batch make(long[] keys) {
    return make(keys, length);
  }

  /** Sequences of the greatest length, so that nothing is padded. */
  @Override
  public Batch makeForProbe(long[] keys) {
    return make(keys, tenths(11));
  }

  private Batch make(long[] keys, int least) {
    int steps = tenths(11);
    int[] symbols = new int[Math.multiplyExact(keys.length, steps)];
    int[] classes = new int[keys.length];
    int[] padding = new int[keys.length];
    for (int row = 0; row < keys.length; row++) {
      Draws draws = new Draws(keys[row]);
      int own = draws.between(least, steps);
      padding[row] = steps - own;
      int start = row * steps + padding[row];
      for (int i = row * steps; i < start; i++) {
        symbols[i] = PAD;
      }
      for (int i = 1; i < own - 1; i++) {
        symbols[start + i] = draws.between(FIRST_DISTRACTOR, LAST_DISTRACTOR);
      }
      int first = draws.between(0, 1);
      int second = draws.between(0, 1);
      symbols[start] = START;
      symbols[start + draws.between(tenths(1), tenths(2))] = X + first;
      symbols[start + draws.between(tenths(5), tenths(6))] = X + second;
      symbols[start + own - 1] = END;
      classes[row] = 2 * first + second;
    }
    return new SymbolBatch(steps, symbols, classes, padding);
  }

  @Override
  public Scorer scorer() {
    return new ClassScorer(CLASSES, "accuracy");
  }

  /**
   * The distance from the last step of the shortest sequence back to the last possible place of the
   * first symbol.
   */
  @Override
  public int dependencyLength() {
    return length - 1 - tenths(2);
  }

  @Override
  public double memorylessLoss() {
    return Math.log(CLASSES);
  }

  @Override
  public Map<String, Double> baselines() {
    return Map.of(
        "memoryless.crossEntropy",
        Math.log(CLASSES),
        "memoryless.accuracy",
        1.0 / CLASSES,
        "lastSymbol.crossEntropy",
        Math.log(2),
        "lastSymbol.accuracy",
        0.5);
  }
}
