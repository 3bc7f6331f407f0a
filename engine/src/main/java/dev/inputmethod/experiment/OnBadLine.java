package dev.inputmethod.experiment;

/** What a malformed line of the dialogues does. */
public enum OnBadLine {
  FAIL,
  SKIP
}
