package dev.inputmethod.sweep;

import dev.inputmethod.reports.record.OutputDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Trains trials in parallel on worker processes. A worker trains many trials; if one crashes, only
 * its current trial fails, and another worker takes its place.
 */
public final class WorkerPool implements AutoCloseable {
  private final List<WorkerLane> lanes = new ArrayList<>();
  private final Launcher launcher;

  /**
   * Creates a pool. Its processes are started by the first trials.
   *
   * @param workers the number of workers
   * @param output the directory for the workers' logs
   * @param commit the commit of the experiment's checkout, for the records
   */
  public WorkerPool(Launcher launcher, int workers, OutputDirectory output, String commit) {
    this.launcher = launcher;
    Limits limits = Limits.shared(workers);
    for (int lane = 1; lane <= workers; lane++) {
      lanes.add(new WorkerLane(launcher, limits, output.workerLog(lane), commit));
    }
  }

  /** Observes the trials; called on the thread that called {@link #train}. */
  interface Listener {
    void started(PlannedTrial trial);

    void progressed(PlannedTrial trial, WorkerEvent.Progressed progress);

    /** The trial has its record. */
    void trained(PlannedTrial trial);

    /** The worker crashed before the trial had its record. */
    void crashed(PlannedTrial trial, String reason);
  }

  /**
   * Trains the trials, and returns when the last one has ended. If anything goes wrong or the
   * caller is interrupted, the trials under way are abandoned without a record, no further trial is
   * started, and the pool must not be used again.
   *
   * @param workers the maximum number of this pool's workers to use
   * @throws java.io.UncheckedIOException if a worker cannot be started or a directory created
   */
  void train(List<PlannedTrial> trials, int workers, Listener listener)
      throws InterruptedException {
    if (trials.isEmpty()) {
      return;
    }
    launcher.classPath(); // Fails before the first trial's directory is touched.
    Queue<PlannedTrial> waiting = new ConcurrentLinkedQueue<>(trials);
    BlockingQueue<Runnable> calls = new LinkedBlockingQueue<>();
    int running = Math.min(Math.min(lanes.size(), workers), trials.size());
    AtomicInteger left = new AtomicInteger(running);
    List<Thread> threads = new ArrayList<>();
    for (WorkerLane lane : lanes.subList(0, running)) {
      threads.add(started(() -> work(lane, waiting, calls, listener, left)));
    }
    boolean done = false;
    try {
      while (left.get() > 0) {
        calls.take().run();
      }
      done = true;
    } finally {
      if (!done) {
        stop(threads);
      }
    }
  }

  /** Runs on a lane's thread; passes on whatever ends the lane. */
  static void work(
      WorkerLane lane,
      Queue<PlannedTrial> waiting,
      Queue<Runnable> calls,
      Listener listener,
      AtomicInteger left) {
    try {
      lane.train(waiting, calls, listener);
      calls.add(left::decrementAndGet);
    } catch (RuntimeException | Error e) {
      calls.add(
          () -> {
            throw e;
          });
    }
  }

  private static Thread started(Runnable work) {
    Thread thread = new Thread(work, "worker lane");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Stops the lanes, and returns when none of them touches a trial's directory any more. */
  private void stop(List<Thread> threads) throws InterruptedException {
    lanes.forEach(WorkerLane::stop);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Override
  public void close() {
    lanes.forEach(WorkerLane::close);
  }
}
