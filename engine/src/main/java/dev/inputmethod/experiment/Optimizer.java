package dev.inputmethod.experiment;

/** The optimizer that computes updates from gradients. */
public enum Optimizer {
  ADAM,
  RMSPROP,
  SGD
}
