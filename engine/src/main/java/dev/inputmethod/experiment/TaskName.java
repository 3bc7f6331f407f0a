package dev.inputmethod.experiment;

/** What a network is to learn. */
public enum TaskName {
  /** The next word of dialogues. */
  NEXT_WORD,
  /** The sum of two marked numbers of a sequence. */
  ADDING,
  /** In which order two symbols came, long ago. */
  TEMPORAL_ORDER,
  /** Ten symbols told again after a long time. */
  COPY_MEMORY
}
