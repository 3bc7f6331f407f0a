package dev.inputmethod.engine;

import dev.inputmethod.sweep.Suggestion;
import dev.inputmethod.sweep.TrialWorker;
import java.time.Clock;
import java.util.List;

/** Predicts with a trial that a worker process has loaded. */
final class WorkerPredictor implements Predictor {
  private final String trial;
  private final TrialWorker worker;

  WorkerPredictor(String trial, TrialWorker worker) {
    this.trial = trial;
    this.worker = worker;
  }

  @Override
  public String trial() {
    return trial;
  }

  @Override
  public void warmUp() {
    worker.warmUp(Clock.systemUTC());
  }

  @Override
  public List<Suggestion> candidates(String prefix, int count) {
    return continuations(prefix, 1, count);
  }

  @Override
  public List<Suggestion> continuations(String prefix, int words, int beam) {
    return worker.continuations(prefix, words, beam);
  }

  @Override
  public void close() {
    worker.close();
  }
}
