package dev.inputmethod.batch;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The terminal's last line, which a bar is drawn on again and again while other lines pass above
 * it.
 */
final class BarLine implements ProgressBarConsumer {
  private final ConsoleProgressBarConsumer line;
  private boolean closed;

  /**
   * @param width characters on a line
   */
  BarLine(PrintStream terminal, int width) {
    // The last column is left free: where it is written, some terminals start a new line.
    line = new ConsoleProgressBarConsumer(terminal, width - 1);
  }

  /** Clears the line and lets {@code print} use it; the bar comes back below at its next update. */
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

  /** Leaves the bar where it is; what is printed next is on a line of its own. */
  @Override
  public synchronized void close() {
    if (!closed) {
      line.close();
    }
    closed = true;
  }
}
