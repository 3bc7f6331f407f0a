package dev.inputmethod.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;

/**
 * Trains one trial after another on one worker process, which is started with the first trial. A
 * closed lane starts no further trial.
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
   * Trains until no trial is waiting or the lane is closed.
   *
   * @param calls receives the calls to make to the listener, for the thread that makes them
   */
  void train(Queue<PlannedTrial> waiting, Queue<Runnable> calls, WorkerPool.Listener listener) {
    while (!isClosed()) {
      PlannedTrial trial = waiting.poll();
      if (trial == null) {
        return;
      }
      train(trial, calls, listener);
    }
  }

  private void train(PlannedTrial trial, Queue<Runnable> calls, WorkerPool.Listener listener) {
    calls.add(() -> listener.started(trial));
    try {
      TrialPreparation.prepare(trial);
      Optional<WorkerProcess> open = worker();
      if (open.isEmpty()) {
        return; // The lane was closed meanwhile: the next sweep runs the trial.
      }
      open.get()
          .ask(request(trial), progress -> calls.add(() -> listener.progressed(trial, progress)));
      calls.add(() -> listener.trained(trial));
    } catch (WorkerCrashedException e) {
      discardWorker();
      if (!isClosed()) { // Otherwise stop() has killed the worker.
        calls.add(() -> listener.crashed(trial, e.getMessage()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + trial.name() + ": " + e.getMessage(), e);
    }
  }

  private WorkerRequest request(PlannedTrial trial) {
    return new WorkerRequest.Train(
        trial.directory().path().toString(), trial.corpus().map(Path::toString), commit);
  }

  /** Returns the running worker, or starts one; empty if the lane is closed. */
  private synchronized Optional<WorkerProcess> worker() throws IOException {
    if (closed) {
      return Optional.empty();
    }
    if (worker.isEmpty()) {
      worker = Optional.of(WorkerProcess.start(launcher, limits, log));
    }
    return worker;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Ends the worker; the next trial starts another one. */
  private synchronized void discardWorker() {
    worker.ifPresent(WorkerProcess::close);
    worker = Optional.empty();
  }

  /** Closes the lane and kills its worker; the trial under way is left without a record. */
  synchronized void stop() {
    closed = true;
    worker.ifPresent(WorkerProcess::kill);
  }

  @Override
  public synchronized void close() {
    closed = true;
    discardWorker();
  }
}
