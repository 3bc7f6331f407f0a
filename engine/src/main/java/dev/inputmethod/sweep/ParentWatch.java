package dev.inputmethod.sweep;

import java.util.Optional;

/**
 * Halts this JVM when its parent process is gone, whatever its threads are doing, so that it does
 * not write to files that the next run may be using.
 *
 * <p>The end of standard input would be a signal, too, but a thread that is blocked reading it
 * prevents Windows from loading native libraries.
 */
final class ParentWatch implements Runnable {
  private static final int EXIT_CODE = 1;
  private static final long PAUSE_MILLISECONDS = 200;

  private final long parent;
  private final Optional<Long> above = above();

  private ParentWatch(long parent) {
    this.parent = parent;
  }

  /**
   * Starts to watch.
   *
   * @param parent the process id of the parent
   */
  static void start(long parent) {
    Thread thread = new Thread(new ParentWatch(parent), "parent watch");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      while (isThere()) {
        Thread.sleep(PAUSE_MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  /**
   * Whether the parent is alive. An orphan gets another parent even before the death of its own is
   * noticed.
   */
  private boolean isThere() {
    return ProcessHandle.of(parent).map(ProcessHandle::isAlive).orElse(false)
        && above().equals(above);
  }

  private static Optional<Long> above() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid);
  }
}
