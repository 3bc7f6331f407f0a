package dev.inputmethod.corpus;

/** How far back the context of a target may reach. */
public enum ContextScope {
  /** Within the target's utterance. */
  UTTERANCE,
  /** Over earlier utterances of its dialogue, with the separator word between them. */
  DIALOGUE
}
