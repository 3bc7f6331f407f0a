package dev.inputmethod.experiment;

/** How a gradient becomes an update. */
public enum Optimizer {
  ADAM,
  RMSPROP,
  SGD
}
