package dev.inputmethod.batch;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The last line of a terminal, on which a bar is drawn repeatedly while other lines scroll above
 * it.
 */
final class BarLine implements ProgressBarConsumer {
  private final ConsoleProgressBarConsumer line;
  private boolean closed;

  /**
   * @param width the number of characters on a line
   */
  BarLine(PrintStream terminal, int width) {
    // Some terminals start a new line after the last column, which is therefore not used.
    line = new ConsoleProgressBarConsumer(terminal, width - 1);
  }

  /** Clears the line for {@code print}; the bar reappears below with its next update. */
  synchronized void above(Runnable print) {
    line.clear();
    line.accept("");
    print.run();
  }

  @Override
  public int getMaxRenderedLength() {
    return line.getMaxRenderedLength();
  }

  @Override
  public synchronized void accept(String bar) {
    if (!closed) {
      line.accept(bar);
    }
  }

  /** Keeps the bar, and moves to the next line. */
  @Override
  public synchronized void close() {
    if (!closed) {
      line.close();
    }
    closed = true;
  }
}
