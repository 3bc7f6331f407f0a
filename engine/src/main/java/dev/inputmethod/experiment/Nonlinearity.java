package dev.inputmethod.experiment;

/** The nonlinearity of the plain RNN. */
public enum Nonlinearity {
  TANH,
  RELU
}
