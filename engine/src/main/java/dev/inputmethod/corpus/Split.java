package dev.inputmethod.corpus;

import java.util.Locale;

/** What a dialogue is used for. */
public enum Split {
  /** To learn from. */
  TRAIN,
  /** To choose by. */
  VALIDATION,
  /** To report on. */
  TEST;

  /** As it stands in file names: {@code train}, {@code validation}, {@code test}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
