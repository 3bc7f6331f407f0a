package dev.inputmethod.experiment;

/** The direction in which a layer reads its context. */
public enum Direction {
  FORWARD,
  BIDIRECTIONAL
}
