package dev.inputmethod.batch;

import dev.inputmethod.reports.record.TrialRecord;
import java.util.function.Consumer;

/** Logs a line for each trial that ends. */
final class LineProgress implements ProgressView {
  private final Consumer<String> log;
  private boolean readingLogged;
  private int toRun;
  private int ended;

  LineProgress(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public void corpusRead(long done, long total) {
    if (!readingLogged) {
      log.accept("reading dialogues, " + Sentences.bytes(total));
    }
    readingLogged = done < total;
  }

  @Override
  public void planned(String experiment, int trials, int recorded, int repeatedConfigurations) {
    toRun = trials - recorded;
    ended = 0;
    log.accept(Sentences.planned(experiment, trials, recorded, repeatedConfigurations));
  }

  @Override
  public void trialFinished(TrialRecord record) {
    ended++;
    log.accept("[" + ended + "/" + Math.max(ended, toRun) + "] " + Sentences.finished(record));
  }

  @Override
  public void note(String message) {
    log.accept(message);
  }

  @Override
  public void close() {}
}
