package dev.inputmethod.sweep;

/** A worker ended before it answered; the message says how, in a sentence for the user. */
final class WorkerDiedException extends Exception {
  private static final long serialVersionUID = 1L;

  WorkerDiedException(String message) {
    super(message);
  }

  WorkerDiedException(String message, Throwable cause) {
    super(message, cause);
  }
}
