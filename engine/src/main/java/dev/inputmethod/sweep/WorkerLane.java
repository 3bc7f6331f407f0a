package dev.inputmethod.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/** Takes one trial after another, on a worker process that starts with the first one. */
final class WorkerLane implements AutoCloseable {
  private final Launcher launcher;
  private final Limits limits;
  private final Path log;
  private final String commit;
  private Optional<WorkerProcess> worker = Optional.empty();

  WorkerLane(Launcher launcher, Limits limits, Path log, String commit) {
    this.launcher = launcher;
    this.limits = limits;
    this.log = log;
    this.commit = commit;
  }

  /**
   * Trains until no trial waits.
   *
   * @param told takes calls of the listener, for the thread that may make them
   */
  void train(Queue<PlannedTrial> waiting, Queue<Runnable> told, WorkerPool.Listener listener) {
    for (PlannedTrial trial = waiting.poll(); trial != null; trial = waiting.poll()) {
      PlannedTrial current = trial;
      told.add(() -> listener.started(current));
      try {
        current.begin();
        ask(current, progress -> told.add(() -> listener.progressed(current, progress)));
        told.add(() -> listener.trained(current));
      } catch (WorkerDiedException e) {
        close();
        told.add(() -> listener.died(current, e.reason()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot run " + current.name() + ": " + e.getMessage(), e);
      }
    }
  }

  private void ask(PlannedTrial trial, Consumer<WorkerEvent.Progressed> progress)
      throws WorkerDiedException, IOException {
    process()
        .ask(
            new WorkerRequest.Train(
                trial.directory().path().toString(), trial.corpus().toString(), commit),
            progress);
  }

  private synchronized WorkerProcess process() throws IOException {
    if (worker.isEmpty()) {
      worker = Optional.of(WorkerProcess.start(launcher, limits, log));
    }
    return worker.get();
  }

  @Override
  public synchronized void close() {
    worker.ifPresent(WorkerProcess::close);
    worker = Optional.empty();
  }
}
