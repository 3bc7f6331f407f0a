package dev.inputmethod.task;

/**
 * Examples that are trained on together: inputs of one number of steps each, and what the network
 * is to answer at the last step or steps.
 *
 * <p>Inputs are symbols (words, for one) or real numbers, targets are ids of classes or numbers;
 * which, the task's {@link Form} says, and the arrays of the other kind are empty.
 *
 * <p>Not a record: its arrays are shared with the network on purpose, and are not to be written to.
 */
public final class Batch {
  private final int contextLength;
  private final int[] contexts;
  private final float[] numbers;
  private final int targetSteps;
  private final int[] targets;
  private final float[] values;
  private final int[] padding;

  private Batch(
      int contextLength,
      int[] contexts,
      float[] numbers,
      int targetSteps,
      int[] targets,
      float[] values,
      int[] padding) {
    this.contextLength = contextLength;
    this.contexts = contexts;
    this.numbers = numbers;
    this.targetSteps = targetSteps;
    this.targets = targets;
    this.values = values;
    this.padding = padding;
  }

  /**
   * Contexts of word ids with a target each.
   *
   * @param contexts word ids, {@code [size, contextLength]}, row-major; padded on the left with id
   *     0
   * @param targets word ids, {@code [size]}
   * @param padding padded slots at the left of each context, {@code [size]}
   */
  public Batch(int contextLength, int[] contexts, int[] targets, int[] padding) {
    this(contextLength, contexts, new float[0], 1, targets, new float[0], padding);
    if (contexts.length != targets.length * contextLength || padding.length != targets.length) {
      throw new IllegalArgumentException(
          "contexts %d, targets %d, padding %d do not fit a context of %d words"
              .formatted(contexts.length, targets.length, padding.length, contextLength));
    }
  }

  /**
   * Sequences of symbols, and the classes to answer at their last steps.
   *
   * @param symbols ids, {@code [size, steps]}, row-major
   * @param targetSteps how many of the last steps have a target
   * @param targets ids of classes, {@code [size, targetSteps]}, row-major
   * @param padding padded slots at the left of each sequence, {@code [size]}
   */
  public static Batch ofSymbols(
      int steps, int[] symbols, int targetSteps, int[] targets, int[] padding) {
    if (symbols.length != padding.length * steps
        || targets.length != padding.length * targetSteps) {
      throw new IllegalArgumentException(
          "symbols %d, targets %d, padding %d do not fit %d steps, %d of them with targets"
              .formatted(symbols.length, targets.length, padding.length, steps, targetSteps));
    }
    return new Batch(steps, symbols, new float[0], targetSteps, targets, new float[0], padding);
  }

  /**
   * Sequences of real numbers, and the number to answer at the last step.
   *
   * @param numbers {@code [size, features, steps]}, row-major
   * @param values {@code [size]}
   */
  public static Batch ofNumbers(int steps, int features, float[] numbers, float[] values) {
    if (numbers.length != values.length * features * steps) {
      throw new IllegalArgumentException(
          "%d numbers do not fit %d examples of %d features and %d steps"
              .formatted(numbers.length, values.length, features, steps));
    }
    return new Batch(steps, new int[0], numbers, 1, new int[0], values, new int[values.length]);
  }

  /** Examples in this batch. */
  public int size() {
    return padding.length;
  }

  /** Steps of each input. */
  public int contextLength() {
    return contextLength;
  }

  /** Ids of words or symbols, {@code [size, contextLength]}, row-major. */
  public int[] contexts() {
    return contexts;
  }

  /** Real inputs, {@code [size, features, contextLength]}, row-major. */
  public float[] numbers() {
    return numbers;
  }

  /** How many of the last steps have a target. */
  public int targetSteps() {
    return targetSteps;
  }

  /** Ids of words or classes, {@code [size, targetSteps]}, row-major. */
  public int[] targets() {
    return targets;
  }

  /** Real targets, {@code [size]}. */
  public float[] values() {
    return values;
  }

  /** Padded slots at the left of each input, {@code [size]}. */
  public int[] padding() {
    return padding;
  }
}
