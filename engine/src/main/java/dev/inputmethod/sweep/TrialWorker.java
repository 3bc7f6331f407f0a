package dev.inputmethod.sweep;

import dev.inputmethod.reports.record.TrialDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A worker process that evaluates finished trials and predicts with them.
 *
 * <p>Methods throw {@link dev.inputmethod.problem.InvalidInputException} if the worker finds the
 * trial or the dialogues to be damaged, and {@link TrialWorkerFailedException} if it crashes.
 */
public final class TrialWorker implements AutoCloseable {
  private static final int WARM_UPS = 400;
  private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(2);
  private static final String TYPED = "你好，今天天气很好，我们一起去公园吧。" + "我知道一部电影，它是哪一年上映的？";

  private final WorkerProcess process;
  private final Path log;
  private boolean failed;

  private TrialWorker(WorkerProcess process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts the process. Its log is a temporary file, because the directory of results may be
   * read-only or in use by a sweep; it is kept if the worker crashes.
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
   * Evaluates a trial on dialogues, and returns its metrics by name.
   *
   * @param cache the directory for encoded dialogues
   * @param corpus the directory of the encoded corpus that the trial was trained on; empty for no
   *     baselines
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

  /** Loads the trial that the following predictions are made with. */
  public void open(TrialDirectory trial) {
    ask(new WorkerRequest.Open(trial.path().toString()));
  }

  /**
   * Predicts for up to two seconds, so that the JIT compilers of both processes have compiled the
   * code before a user waits for a prediction.
   */
  public void warmUp(Clock clock) {
    Instant end = clock.instant().plus(LONGEST_WARM_UP);
    for (int time = 0; time < WARM_UPS && clock.instant().isBefore(end); time++) {
      continuations(TYPED.substring(0, time % TYPED.length()), 1, 5);
    }
  }

  /** Returns at most {@code beam} continuations of so many words, the most probable first. */
  public List<Suggestion> continuations(String prefix, int words, int beam) {
    WorkerEvent answer = ask(new WorkerRequest.Continue(prefix, words, beam));
    return ((WorkerEvent.Predicted) answer).suggestions();
  }

  private WorkerEvent ask(WorkerRequest request) {
    try {
      return process.ask(request, progress -> {});
    } catch (WorkerCrashedException e) {
      failed = true;
      throw new TrialWorkerFailedException(e);
    }
  }

  @Override
  public void close() {
    process.close();
    if (!failed) {
      try {
        Files.deleteIfExists(log);
      } catch (IOException stillOpen) {
        // The system deletes temporary files eventually.
      }
    }
  }
}
