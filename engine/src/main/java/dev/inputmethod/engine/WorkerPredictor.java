package dev.inputmethod.engine;

import dev.inputmethod.sweep.TrialWorker;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
  public List<Candidate> candidates(String prefix, int count) {
    return continuations(prefix, 1, count);
  }

  @Override
  public List<Candidate> continuations(String prefix, int words, int beam) {
    List<Candidate> candidates = new ArrayList<>();
    for (Map.Entry<String, Double> offered : worker.continuations(prefix, words, beam)) {
      candidates.add(new Candidate(offered.getKey(), offered.getValue()));
    }
    return candidates;
  }

  @Override
  public void close() {
    worker.close();
  }
}
