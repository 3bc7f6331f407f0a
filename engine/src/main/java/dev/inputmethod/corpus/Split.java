package dev.inputmethod.corpus;

import java.util.Locale;

/** The purpose of a dialogue. */
public enum Split {
  /** Training. */
  TRAIN,
  /** Validation, that is, model selection. */
  VALIDATION,
  /** The final test. */
  TEST;

  /** The name in file names: {@code train}, {@code validation} or {@code test}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
