package dev.inputmethod.sweep;

import dev.inputmethod.reports.record.TrialDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A worker that puts finished trials to use. What the worker finds wrong is an {@link
 * dev.inputmethod.problem.InvalidInputException}; a worker that dies is a {@link
 * WorkerEndedException}.
 */
public final class TrialWorker implements AutoCloseable {
  private static final int WARM_UPS = 400;
  private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(2);
  private static final String TYPED = "你好，今天天气很好，我们一起去公园吧。我知道一部电影，它是哪一年上映的？";

  private final WorkerProcess process;
  private final Path log;
  private boolean failed;

  private TrialWorker(WorkerProcess process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts the process. Its log is a temporary file, kept if the worker dies: results may lie where
   * nothing can be written, or where a sweep is at work.
   */
  public static TrialWorker start(Launcher launcher) {
    try {
      Path log = Files.createTempFile("inputmethod-", ".log");
      return new TrialWorker(WorkerProcess.start(launcher, Limits.shared(1), log), log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start a worker: " + e.getMessage(), e);
    }
  }

  /**
   * Scores a trial on dialogues; gives its metrics by name.
   *
   * @param cache directory of encoded dialogues
   * @param corpus directory of the encoded corpus that the trial learned from; without it there are
   *     no baselines
   */
  public Map<String, Double> evaluate(
      TrialDirectory trial, List<Path> dialogues, Path cache, Optional<Path> corpus) {
    List<String> files = dialogues.stream().map(Path::toString).toList();
    WorkerEvent answer =
        ask(
            new WorkerRequest.Evaluate(
                trial.path().toString(), files, cache.toString(), corpus.map(Path::toString)));
    return ((WorkerEvent.Evaluated) answer).metrics();
  }

  /** Loads the trial that the following continuations are of. */
  public void open(TrialDirectory trial) {
    ask(new WorkerRequest.Open(trial.path().toString()));
  }

  /**
   * Lets the compilers on both sides see what a keystroke does before somebody waits for one; takes
   * two seconds at the most, and the answer after them.
   */
  public void warmUp(Clock clock) {
    Instant end = clock.instant().plus(LONGEST_WARM_UP);
    for (int time = 0; time < WARM_UPS && clock.instant().isBefore(end); time++) {
      continuations(TYPED.substring(0, time % TYPED.length()), 1, 5);
    }
  }

  /** Words to go on with and their probabilities, the most probable first. */
  public List<Map.Entry<String, Double>> continuations(String prefix, int words, int beam) {
    WorkerEvent.Offered offered =
        (WorkerEvent.Offered) ask(new WorkerRequest.Continue(prefix, words, beam));
    List<Map.Entry<String, Double>> continuations = new ArrayList<>();
    for (int i = 0; i < offered.words().size(); i++) {
      continuations.add(Map.entry(offered.words().get(i), offered.probabilities().get(i)));
    }
    return continuations;
  }

  private WorkerEvent ask(WorkerRequest request) {
    try {
      return process.ask(request, progress -> {});
    } catch (WorkerDiedException e) {
      failed = true;
      String message = e.reason();
      throw new WorkerEndedException(
          message.contains(log.toString()) ? message : message + "; see " + log, e);
    }
  }

  @Override
  public void close() {
    process.close();
    if (!failed) {
      try {
        Files.deleteIfExists(log);
      } catch (IOException stillOpen) {
        // Then the system clears it out some day.
      }
    }
  }
}
