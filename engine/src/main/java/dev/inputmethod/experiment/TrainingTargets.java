package dev.inputmethod.experiment;

/** Which steps have a target in training: the last step of each context, or every step. */
public enum TrainingTargets {
  LAST,
  EVERY
}
