package dev.inputmethod.experiment;

/** How the output attends to the states of the last layer. */
public enum Attention {
  NONE,
  ADDITIVE,
  DOT
}
