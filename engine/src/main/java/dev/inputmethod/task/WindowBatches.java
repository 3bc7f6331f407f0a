package dev.inputmethod.task;

import dev.inputmethod.corpus.Windows;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.LongUnaryOperator;

/** Walks over windows in an order, one batch at a time; only the last may be smaller. */
final class WindowBatches implements Iterator<Batch> {
  private final Windows windows;
  private final int contextLength;
  private final int batchSize;
  private final LongUnaryOperator order;
  private long next;

  /**
   * @param order gives the window at each place, from 0
   */
  WindowBatches(Windows windows, int contextLength, int batchSize, LongUnaryOperator order) {
    this.windows = windows;
    this.contextLength = contextLength;
    this.batchSize = batchSize;
    this.order = order;
  }

  @Override
  public boolean hasNext() {
    return next < windows.size();
  }

  @Override
  public Batch next() {
    if (!hasNext()) {
      throw new NoSuchElementException("after the last batch");
    }
    long[] chosen = new long[(int) Math.min(batchSize, windows.size() - next)];
    for (int row = 0; row < chosen.length; row++) {
      chosen[row] = order.applyAsLong(next++);
    }
    return read(windows, chosen, contextLength);
  }

  /** The chosen windows as a batch, in their order. */
  static SymbolBatch read(Windows windows, long[] chosen, int contextLength) {
    int[] contexts = new int[Math.multiplyExact(chosen.length, contextLength)];
    int[] targets = new int[chosen.length];
    int[] padding = new int[chosen.length];
    windows.read(chosen, contextLength, contexts, targets, padding);
    return new SymbolBatch(contextLength, contexts, targets, padding);
  }
}
