package dev.inputmethod.batch;

import dev.inputmethod.engine.RunListener;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Shows the progress of a run to the user. */
sealed interface ProgressView extends RunListener, AutoCloseable permits LineProgress, BarProgress {
  /**
   * Logs a line for each trial that ends.
   *
   * @param log receives one line at a time, without its line end
   */
  static ProgressView lines(Consumer<String> log) {
    return new LineProgress(log);
  }

  /**
   * Draws a bar with trial, epoch, loss and time left on a terminal.
   *
   * @param terminal the terminal's output
   * @param width the number of characters on a line of the terminal
   * @param log receives the lines that are to stay visible above the bar
   */
  static ProgressView bar(PrintStream terminal, int width, Consumer<String> log) {
    return new BarProgress(terminal, width, log);
  }

  /** Draws a bar if a user watches a terminal, and logs lines otherwise. */
  static ProgressView fitting(boolean batchMode, Consumer<String> log) {
    return !batchMode && ConsoleEnvironment.isWatched()
        ? bar(System.err, ConsoleEnvironment.width(), log)
        : lines(log);
  }

  @Override
  void close();
}
