package dev.inputmethod.batch;

import dev.inputmethod.engine.RunListener;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Shows a person how a run goes on. */
sealed interface ProgressView extends RunListener, AutoCloseable permits LineProgress, BarProgress {
  /**
   * A line for each trial, for logs.
   *
   * @param log takes a line without its end
   */
  static ProgressView lines(Consumer<String> log) {
    return new LineProgress(log);
  }

  /**
   * A bar with trial, epoch, loss and time left, for a terminal.
   *
   * @param terminal where the bar is drawn
   * @param width characters on a line of the terminal
   * @param log takes what should stay in sight above it, a line at a time
   */
  static ProgressView bar(PrintStream terminal, int width, Consumer<String> log) {
    return new BarProgress(terminal, width, log);
  }

  /** A bar where someone watches a terminal, else lines. */
  static ProgressView fitting(boolean batchMode, Consumer<String> log) {
    return !batchMode && ConsoleEnvironment.isWatched()
        ? bar(System.err, ConsoleEnvironment.width(), log)
        : lines(log);
  }

  @Override
  void close();
}
