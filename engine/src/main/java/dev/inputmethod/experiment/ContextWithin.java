package dev.inputmethod.experiment;

/**
 * How far back the context may reach: to the start of the target's utterance, or of its dialogue.
 */
public enum ContextWithin {
  UTTERANCE,
  DIALOGUE
}
