package dev.inputmethod.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Trains trials side by side, a worker process each. A worker lives for many trials; one that dies
 * is replaced, and costs only the trial it was at.
 */
public final class WorkerPool implements AutoCloseable {
  private final List<WorkerLane> lanes = new ArrayList<>();
  private final Launcher launcher;

  /**
   * Starts no process yet.
   *
   * @param workers how many side by side
   * @param logs directory of the workers' logs
   * @param commit of the experiment's checkout, for the records
   */
  public WorkerPool(Launcher launcher, int workers, Path logs, String commit) {
    this.launcher = launcher;
    Limits limits = Limits.shared(workers);
    for (int lane = 1; lane <= workers; lane++) {
      lanes.add(new WorkerLane(launcher, limits, logs.resolve("worker-" + lane + ".log"), commit));
    }
  }

  /** Is told how trials go, always on the thread that called {@link #train}. */
  interface Listener {
    void started(PlannedTrial trial);

    void progressed(PlannedTrial trial, WorkerEvent.Progressed progress);

    /** It has its record. */
    void trained(PlannedTrial trial);

    /** The worker ended before the trial had its record. */
    void died(PlannedTrial trial, String reason);
  }

  /**
   * Trains every trial, and returns when the last one has ended. When something goes wrong, or the
   * caller is interrupted, the trials under way are given up without a record, none is begun any
   * more, and the pool is of no further use.
   *
   * @param workers how many of the pool's to use at the most
   * @throws java.io.UncheckedIOException when a worker cannot be started or a directory not be made
   */
  void train(List<PlannedTrial> trials, int workers, Listener listener)
      throws InterruptedException {
    if (trials.isEmpty()) {
      return;
    }
    launcher.classPath(); // What is missing is told before a trial's directory is touched.
    Queue<PlannedTrial> waiting = new ConcurrentLinkedQueue<>(trials);
    BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
    int running = Math.min(Math.min(lanes.size(), workers), trials.size());
    AtomicInteger left = new AtomicInteger(running);
    List<Thread> threads = new ArrayList<>();
    for (WorkerLane lane : lanes.subList(0, running)) {
      threads.add(started(() -> work(lane, waiting, told, listener, left)));
    }
    boolean done = false;
    try {
      while (left.get() > 0) {
        told.take().run();
      }
      done = true;
    } finally {
      if (!done) {
        stop(threads);
      }
    }
  }

  /** What a lane's thread does; whatever ends it is told. */
  static void work(
      WorkerLane lane,
      Queue<PlannedTrial> waiting,
      Queue<Runnable> told,
      Listener listener,
      AtomicInteger left) {
    try {
      lane.train(waiting, told, listener);
      told.add(left::decrementAndGet);
    } catch (RuntimeException | Error e) {
      told.add(
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

  /** Returns when no lane touches a trial's directory any more. */
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
