package dev.inputmethod.experiment;

/** What happens at a malformed line of the dialogues. */
public enum OnBadLine {
  FAIL,
  SKIP
}
