package dev.inputmethod.task;

import java.util.Locale;

/** Sequences of words or other symbols, with classes to answer at their last steps. */
public final class SymbolBatch implements Batch {
  private final int contextLength;
  private final int[] contexts;
  private final int targetSteps;
  private final int[] targets;
  private final int[] padding;

  /**
   * With one target each, at the last step.
   *
   * @param contexts ids, {@code [size, contextLength]}, row-major; padded on the left with id 0
   * @param targets ids, {@code [size]}
   * @param padding padded slots at the left of each context, {@code [size]}
   */
  public SymbolBatch(int contextLength, int[] contexts, int[] targets, int[] padding) {
    this(contextLength, contexts, 1, targets, padding);
  }

  /**
   * With targets at several steps.
   *
   * @param contexts ids, {@code [size, contextLength]}, row-major; padded on the left with id 0
   * @param targetSteps how many of the last steps have a target
   * @param targets ids, {@code [size, targetSteps]}, row-major
   * @param padding padded slots at the left of each context, {@code [size]}
   */
  public SymbolBatch(
      int contextLength, int[] contexts, int targetSteps, int[] targets, int[] padding) {
    if (contexts.length != padding.length * contextLength
        || targets.length != padding.length * targetSteps) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "contexts %d, targets %d, padding %d do not fit %d steps, %d of them with targets",
              contexts.length,
              targets.length,
              padding.length,
              contextLength,
              targetSteps));
    }
    this.contextLength = contextLength;
    this.contexts = contexts;
    this.targetSteps = targetSteps;
    this.targets = targets;
    this.padding = padding;
  }

  @Override
  public int size() {
    return padding.length;
  }

  @Override
  public int contextLength() {
    return contextLength;
  }

  @Override
  public int targetSteps() {
    return targetSteps;
  }

  @Override
  public int[] padding() {
    return padding;
  }

  /** Ids of words or symbols, {@code [size, contextLength]}, row-major. */
  public int[] contexts() {
    return contexts;
  }

  /** Ids of words or classes, {@code [size, targetSteps]}, row-major. */
  public int[] targets() {
    return targets;
  }
}
