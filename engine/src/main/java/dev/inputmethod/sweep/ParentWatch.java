package dev.inputmethod.sweep;

import java.util.Optional;

/**
 * Ends this JVM when the process that started it is gone, whatever its threads are at, so that
 * nothing goes on writing where the next run may write already.
 *
 * <p>The end of standard input would tell the same, but a thread that waits for it all the time
 * keeps Windows from loading native libraries.
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
   * Watches from now on.
   *
   * @param parent its process id
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

  /** An orphan is given to another parent even if nobody has noticed yet that its own is dead. */
  private boolean isThere() {
    return ProcessHandle.of(parent).map(ProcessHandle::isAlive).orElse(false)
        && above().equals(above);
  }

  private static Optional<Long> above() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid);
  }
}
