package dev.inputmethod.experiment;

/** The plain RNN's nonlinearity. */
public enum Nonlinearity {
  TANH,
  RELU
}
