package dev.inputmethod.experiment;

/** How far back the words before a target may lie: in its utterance, or in its dialogue. */
public enum ContextWithin {
  UTTERANCE,
  DIALOGUE
}
