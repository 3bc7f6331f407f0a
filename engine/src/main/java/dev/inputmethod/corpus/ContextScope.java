package dev.inputmethod.corpus;

/** How far back the words before a target may lie. */
public enum ContextScope {
  /** In the target's own utterance only. */
  UTTERANCE,
  /** In earlier utterances of its dialogue too, with the separator word between them. */
  DIALOGUE
}
