package dev.inputmethod.sweep;

/** A worker ended before it answered; the reason says how, in a sentence for the user. */
final class WorkerDiedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  WorkerDiedException(String reason) {
    super(reason);
    this.reason = reason;
  }

  WorkerDiedException(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
