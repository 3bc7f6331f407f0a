package dev.inputmethod.engine;

/** A run ended early for a reason; the experiments that had finished before have their reports. */
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

  /** The reason. */
  public RuntimeException reason() {
    return reason;
  }
}
