package dev.inputmethod.experiment;

/** How the output looks back over the states of the last layer. */
public enum Attention {
  NONE,
  ADDITIVE,
  DOT
}
