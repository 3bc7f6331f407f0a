package dev.inputmethod.engine;

import dev.inputmethod.sweep.SweepListener;

/** Observes a run. Methods are called one at a time, on the thread that runs it. */
public interface RunListener extends SweepListener {
  /**
   * Dialogues are being read: {@code done} of {@code total} bytes. Not called if the corpus is in
   * the cache.
   */
  default void corpusRead(long done, long total) {}

  /** The reports of an experiment have been drawn. */
  default void experimentFinished(ExperimentResult result) {}

  /** The user should read a sentence. */
  default void note(String message) {}
}
