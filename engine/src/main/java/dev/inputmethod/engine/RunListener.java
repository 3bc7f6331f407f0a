package dev.inputmethod.engine;

import dev.inputmethod.sweep.SweepListener;

/** Is told how a run goes on. Calls come one at a time, from the thread that runs it. */
public interface RunListener extends SweepListener {
  /**
   * Dialogues are being read: {@code done} of {@code total} bytes. Not called when the cached form
   * serves.
   */
  default void corpusRead(long done, long total) {}

  /** An experiment's reports are drawn. */
  default void experimentFinished(ExperimentResult result) {}

  /** Something the user should know, in a sentence. */
  default void note(String message) {}
}
