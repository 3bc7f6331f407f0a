package dev.inputmethod.sweep;

import java.nio.file.Path;
import java.util.Objects;

/** A worker process ended, or failed, before it answered a request. */
final class WorkerCrashedException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception whose message names the worker's log.
   *
   * @param reason what happened, without a full stop
   */
  WorkerCrashedException(String reason, Path log) {
    super(reason + "; see " + log);
  }

  WorkerCrashedException(String reason, Path log, Throwable cause) {
    super(reason + "; see " + log, cause);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
