package dev.inputmethod.sweep;

/** A {@link TrialWorker} failed while it evaluated or predicted with a finished trial. */
public final class TrialWorkerFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TrialWorkerFailedException(WorkerCrashedException cause) {
    super(cause.getMessage(), cause);
  }
}
