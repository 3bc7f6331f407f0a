package dev.inputmethod.task;

import java.util.Locale;

/** Sequences of real numbers, each with a number to answer at its last step; none is padded. */
public final class NumberBatch implements Batch {
  private final int contextLength;
  private final int features;
  private final float[] numbers;
  private final float[] values;
  private final int[] padding;

  /**
   * @param features numbers at each step
   * @param numbers {@code [size, features, contextLength]}, row-major
   * @param values {@code [size]}
   */
  public NumberBatch(int contextLength, int features, float[] numbers, float[] values) {
    if (numbers.length != values.length * features * contextLength) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d numbers do not fit %d examples of %d features and %d steps",
              numbers.length,
              values.length,
              features,
              contextLength));
    }
    this.contextLength = contextLength;
    this.features = features;
    this.numbers = numbers;
    this.values = values;
    this.padding = new int[values.length];
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public int contextLength() {
    return contextLength;
  }

  @Override
  public int targetSteps() {
    return 1;
  }

  @Override
  public int[] padding() {
    return padding;
  }

  /** Numbers at each step. */
  public int features() {
    return features;
  }

  /** The inputs, {@code [size, features, contextLength]}, row-major. */
  public float[] numbers() {
    return numbers;
  }

  /** The targets, {@code [size]}. */
  public float[] values() {
    return values;
  }
}
