package dev.inputmethod.experiment;

/** The task that a network learns. */
public enum TaskName {
  /** Predict the next word of dialogues. */
  NEXT_WORD,
  /** Add the two marked numbers of a sequence. */
  ADDING,
  /** Tell the order of two symbols seen long before. */
  TEMPORAL_ORDER,
  /** Repeat ten symbols after a long pause. */
  COPY_MEMORY
}
