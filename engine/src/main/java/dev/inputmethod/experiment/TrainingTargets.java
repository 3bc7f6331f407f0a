package dev.inputmethod.experiment;

/** Where training has a target: at the last step of each context, or at every step. */
public enum TrainingTargets {
  LAST,
  EVERY
}
