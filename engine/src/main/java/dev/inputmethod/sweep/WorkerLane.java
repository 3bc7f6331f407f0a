package dev.inputmethod.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Takes one trial after another, on a worker process that starts with the first one. Once closed it
 * begins nothing more.
 */
final class WorkerLane implements AutoCloseable {
  private final Launcher launcher;
  private final Limits limits;
  private final Path log;
  private final String commit;
  private Optional<WorkerProcess> worker = Optional.empty();
  private boolean closed;

  WorkerLane(Launcher launcher, Limits limits, Path log, String commit) {
    this.launcher = launcher;
    this.limits = limits;
    this.log = log;
    this.commit = commit;
  }

  /**
   * Trains until no trial waits, or the lane is closed.
   *
   * @param told takes calls of the listener, for the thread that may make them
   */
  void train(Queue<PlannedTrial> waiting, Queue<Runnable> told, WorkerPool.Listener listener) {
    while (!isClosed()) {
      PlannedTrial trial = waiting.poll();
      if (trial == null) {
        return;
      }
      train(trial, told, listener);
    }
  }

  private void train(PlannedTrial trial, Queue<Runnable> told, WorkerPool.Listener listener) {
    told.add(() -> listener.started(trial));
    try {
      trial.begin();
      ask(trial, progress -> told.add(() -> listener.progressed(trial, progress)));
      told.add(() -> listener.trained(trial));
    } catch (WorkerDiedException e) {
      discard();
      if (!isClosed()) {
        told.add(() -> listener.died(trial, e.reason()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + trial.name() + ": " + e.getMessage(), e);
    }
  }

  private void ask(PlannedTrial trial, Consumer<WorkerEvent.Progressed> progress)
      throws WorkerDiedException, IOException {
    process()
        .ask(
            new WorkerRequest.Train(
                trial.directory().path().toString(), trial.corpus().map(Path::toString), commit),
            progress);
  }

  private synchronized WorkerProcess process() throws IOException, WorkerDiedException {
    if (closed) {
      throw new WorkerDiedException("the sweep was stopped");
    }
    if (worker.isEmpty()) {
      worker = Optional.of(WorkerProcess.start(launcher, limits, log));
    }
    return worker.get();
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** The next trial gets another worker. */
  private synchronized void discard() {
    worker.ifPresent(WorkerProcess::close);
    worker = Optional.empty();
  }

  /** Ends the lane with the trial it is at, which stays without a record. */
  synchronized void stop() {
    closed = true;
    worker.ifPresent(WorkerProcess::kill);
  }

  @Override
  public synchronized void close() {
    closed = true;
    discard();
  }
}
