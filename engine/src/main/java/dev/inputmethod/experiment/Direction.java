package dev.inputmethod.experiment;

/** Which way a layer reads its context. */
public enum Direction {
  FORWARD,
  BIDIRECTIONAL
}
