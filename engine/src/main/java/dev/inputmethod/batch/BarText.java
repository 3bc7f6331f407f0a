package dev.inputmethod.batch;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongFunction;
import me.tongfei.progressbar.ProgressBarRenderer;
import me.tongfei.progressbar.ProgressState;

/**
 * Renders the line of a progress bar: {@code cells 50% [=====> ] 2/4 trials, 90 s left, epoch 1/2}.
 * The bar keeps its width; a narrow terminal cuts off the message at the end.
 *
 * @param amount formats how much of the bar's maximum is done
 */
record BarText(LongFunction<String> amount) implements ProgressBarRenderer {
  private static final int MOST_CELLS = 30;

  /** Before this time has passed, the time left cannot be estimated. */
  private static final Duration LEAST_SEEN = Duration.ofSeconds(5);

  private static final double LEAST_DONE = 0.01;

  @Override
  public String render(ProgressState state, int width) {
    return line(
        state.getTaskName(),
        new Done(state.getStart(), state.getCurrent(), state.getMax()),
        state.getElapsedAfterStart(),
        state.getExtraMessage(),
        width);
  }

  String line(String name, Done done, Duration elapsed, String message, int width) {
    int cells = Math.max(10, Math.min(MOST_CELLS, width / 4));
    int full = (int) (done.share() * cells);
    String bar = "=".repeat(full) + (full < cells ? ">" + " ".repeat(cells - full - 1) : "");
    String head =
        String.format(Locale.ROOT, "%s %3d%% [%s] ", name, (int) (done.share() * 100), bar);
    return head + amount.apply(done.now()) + left(done, elapsed) + tail(message);
  }

  private static String tail(String message) {
    return message.isEmpty() ? "" : ", " + message;
  }

  private static String left(Done done, Duration elapsed) {
    boolean tooEarly = elapsed.compareTo(LEAST_SEEN) < 0 || done.shareSinceStart() < LEAST_DONE;
    if (tooEarly || done.now() >= done.most()) {
      return "";
    }
    double seconds =
        elapsed.toMillis() / 1000.0 * (done.most() - done.now()) / (done.now() - done.start());
    return ", " + Sentences.duration(seconds) + " left";
  }

  /**
   * The progress made.
   *
   * @param start the progress at which this run started
   */
  record Done(long start, long now, long most) {
    double share() {
      return most <= 0 ? 1 : Math.min(1, Math.max(0, (double) now / most));
    }

    double shareSinceStart() {
      return most <= start ? 1 : (double) (now - start) / (most - start);
    }
  }
}
