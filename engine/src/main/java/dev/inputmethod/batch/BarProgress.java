package dev.inputmethod.batch;

import dev.inputmethod.engine.ExperimentResult;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.TrialNameParts;
import dev.inputmethod.reports.record.TrialRecord;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Shows a progress bar for each experiment, in trials; a running trial counts in proportion to its
 * steps.
 */
final class BarProgress implements ProgressView {
  /** The number of parts that a trial is divided into. */
  private static final int PARTS = 1000;

  private final PrintStream terminal;
  private final int width;
  private final Consumer<String> log;
  private final Map<String, Long> underWay = new HashMap<>();
  private Optional<Bar> bar = Optional.empty();
  private long ended;

  /**
   * @param width the number of characters on a line of the terminal
   */
  BarProgress(PrintStream terminal, int width, Consumer<String> log) {
    this.terminal = terminal;
    this.width = width;
    this.log = log;
  }

  @Override
  public void corpusRead(long done, long total) {
    if (bar.isEmpty()) {
      open(
          new ProgressBarBuilder()
              .setTaskName("dialogues")
              .setInitialMax(total)
              .setRenderer(
                  new BarText(read -> Sentences.bytes(read) + " of " + Sentences.bytes(total))));
    }
    bar.get().progress.stepTo(done);
    if (done >= total) {
      close();
    }
  }

  @Override
  public void planned(String experiment, int trials, int recorded, int repeatedConfigurations) {
    close();
    log.accept(Sentences.planned(experiment, trials, recorded, repeatedConfigurations));
    underWay.clear();
    ended = recorded;
    open(
        new ProgressBarBuilder()
            .setTaskName(experiment)
            .setInitialMax((long) trials * PARTS)
            .setRenderer(new BarText(parts -> ended + "/" + trials + " trials"))
            .startsFrom((long) recorded * PARTS, Duration.ZERO));
  }

  @Override
  public void trialProgressed(Progress progress) {
    underWay.put(progress.trial(), PARTS * progress.step() / Math.max(1, progress.steps()));
    String trial = progress.trial();
    // The name comes last and without its hash, because a narrow terminal cuts off the end.
    String message =
        String.format(
            Locale.ROOT,
            "epoch %d/%d loss %.3f %s",
            progress.epoch(),
            progress.epochs(),
            progress.trainingLoss(),
            TrialNameParts.parse(trial).map(TrialNameParts::withoutHash).orElse(trial));
    bar.ifPresent(shown -> shown.progress.setExtraMessage(message));
    step();
  }

  @Override
  public void trialFinished(TrialRecord record) {
    underWay.remove(record.trial());
    ended++;
    step();
    if (record.outcome() instanceof Outcome.Failed) {
      note(Sentences.finished(record));
    }
  }

  private void step() {
    long parts = ended * PARTS + underWay.values().stream().mapToLong(Long::longValue).sum();
    bar.ifPresent(shown -> shown.progress.stepTo(Math.min(parts, shown.progress.getMax())));
  }

  @Override
  public void note(String message) {
    bar.ifPresentOrElse(
        shown -> shown.line.above(() -> log.accept(message)), () -> log.accept(message));
  }

  @Override
  public void experimentFinished(ExperimentResult result) {
    close();
  }

  @Override
  public void close() {
    // The progress bar closes its line on another thread, and not if drawing has failed.
    bar.ifPresent(shown -> shown.progress.close());
    bar.ifPresent(shown -> shown.line.close());
    bar = Optional.empty();
  }

  private void open(ProgressBarBuilder builder) {
    BarLine line = new BarLine(terminal, width);
    ProgressBar progress =
        builder.setUpdateIntervalMillis(500).continuousUpdate().setConsumer(line).build();
    bar = Optional.of(new Bar(progress, line));
  }

  private record Bar(ProgressBar progress, BarLine line) {}
}
