package dev.inputmethod.task;

import java.util.Locale;

/**
 * Examples that are trained on together: inputs of one number of steps each, and what the network
 * is to answer at the last step or steps.
 *
 * <p>Inputs are symbols (words, for one) or real numbers, targets are ids of classes or numbers;
 * which, the task's {@link Signature} says, and the arrays of the other kind are empty.
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
  private final boolean[] counted;
  private final boolean[] begins;

  private Batch(
      int contextLength,
      int[] contexts,
      float[] numbers,
      int targetSteps,
      int[] targets,
      float[] values,
      int[] padding,
      boolean[] counted,
      boolean[] begins) {
    this.contextLength = contextLength;
    this.contexts = contexts;
    this.numbers = numbers;
    this.targetSteps = targetSteps;
    this.targets = targets;
    this.values = values;
    this.padding = padding;
    this.counted = counted;
    this.begins = begins;
  }

  private Batch(
      int contextLength,
      int[] contexts,
      float[] numbers,
      int targetSteps,
      int[] targets,
      float[] values,
      int[] padding) {
    this(
        contextLength,
        contexts,
        numbers,
        targetSteps,
        targets,
        values,
        padding,
        new boolean[0],
        new boolean[0]);
  }

  /**
   * Pieces of sequences of words with a target at every step: row i goes on where row i of the
   * pieces before ended, unless a sequence begins in it.
   *
   * @param words ids, {@code [size, steps]}, row-major; 0 behind a sequence's end
   * @param targets the words behind them, likewise
   * @param counted whether there is such a target at all, likewise
   * @param begins whether a sequence begins in the row, {@code [size]}
   */
  public static Batch ofPieces(
      int steps, int[] words, int[] targets, boolean[] counted, boolean[] begins) {
    int slots = begins.length * steps;
    if (words.length != slots || targets.length != slots || counted.length != slots) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "words %d, targets %d, counted %d do not fit %d rows of %d steps",
              words.length,
              targets.length,
              counted.length,
              begins.length,
              steps));
    }
    int[] padding = new int[begins.length];
    return new Batch(
        steps, words, new float[0], steps, targets, new float[0], padding, counted, begins);
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
          String.format(
              Locale.ROOT,
              "contexts %d, targets %d, padding %d do not fit a context of %d words",
              contexts.length,
              targets.length,
              padding.length,
              contextLength));
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
          String.format(
              Locale.ROOT,
              "symbols %d, targets %d, padding %d do not fit %d steps, %d of them with targets",
              symbols.length,
              targets.length,
              padding.length,
              steps,
              targetSteps));
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
          String.format(
              Locale.ROOT,
              "%d numbers do not fit %d examples of %d features and %d steps",
              numbers.length,
              values.length,
              features,
              steps));
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

  /** Whether these are pieces of sequences, with a target at every step that is counted. */
  public boolean isPieces() {
    return begins.length > 0;
  }

  /** Of pieces: where there is a target, {@code [size, contextLength]}, row-major. */
  public boolean[] counted() {
    return counted;
  }

  /** Of pieces: which rows start from an empty state, {@code [size]}. */
  public boolean[] begins() {
    return begins;
  }

  /** How many targets there are. */
  public int targetCount() {
    if (!isPieces()) {
      return size() * targetSteps;
    }
    int count = 0;
    for (boolean each : counted) {
      count += each ? 1 : 0;
    }
    return count;
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
