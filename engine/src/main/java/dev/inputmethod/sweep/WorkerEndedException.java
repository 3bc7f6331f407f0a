package dev.inputmethod.sweep;

/** A worker ended before it answered what a finished trial was asked; the message says how. */
public final class WorkerEndedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WorkerEndedException(String message, Throwable cause) {
    super(message, cause);
  }
}
