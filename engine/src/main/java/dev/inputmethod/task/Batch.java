package dev.inputmethod.task;

/**
 * Examples that are trained on together: contexts {@code [size, contextLength]} of word ids and a
 * target id each.
 *
 * <p>Not a record: its arrays are shared with the network on purpose, and are not to be written to.
 */
public final class Batch {
  private final int contextLength;
  private final int[] contexts;
  private final int[] targets;
  private final int[] padding;

  /**
   * @param contexts word ids, {@code [size, contextLength]}, row-major; padded on the left with id
   *     0
   * @param targets word ids, {@code [size]}
   * @param padding padded slots at the left of each context, {@code [size]}
   */
  public Batch(int contextLength, int[] contexts, int[] targets, int[] padding) {
    if (contexts.length != targets.length * contextLength || padding.length != targets.length) {
      throw new IllegalArgumentException(
          "contexts %d, targets %d, padding %d do not fit a context of %d words"
              .formatted(contexts.length, targets.length, padding.length, contextLength));
    }
    this.contextLength = contextLength;
    this.contexts = contexts;
    this.targets = targets;
    this.padding = padding;
  }

  /** Examples in this batch. */
  public int size() {
    return targets.length;
  }

  public int contextLength() {
    return contextLength;
  }

  /** Word ids, {@code [size, contextLength]}, row-major. */
  public int[] contexts() {
    return contexts;
  }

  /** Word ids, {@code [size]}. */
  public int[] targets() {
    return targets;
  }

  /** Padded slots at the left of each context, {@code [size]}. */
  public int[] padding() {
    return padding;
  }
}
