package dev.inputmethod.engine;

/** A run ended early, for its cause; what had finished before is there, and has its reports. */
public final class RunStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient RunResult finished;
  private final RuntimeException reason;

  public RunStoppedException(RunResult finished, RuntimeException reason) {
    super(reason.getMessage(), reason);
    this.finished = finished;
    this.reason = reason;
  }

  /** The experiments that could be summarised. */
  public RunResult finished() {
    return finished;
  }

  /** Why. */
  public RuntimeException reason() {
    return reason;
  }
}
