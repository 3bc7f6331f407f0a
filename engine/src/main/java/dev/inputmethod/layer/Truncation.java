package dev.inputmethod.layer;

/**
 * Where truncated backpropagation through time stops the gradient: between pieces of a few steps,
 * while the state goes on from one to the next (Williams and Peng 1990).
 *
 * @param steps of a piece; 0 for no truncation
 * @param fromFirst whether pieces are counted from the first step read, as with a target at every
 *     step, or from the last, so that exactly the last {@code steps} before a single target learn
 */
record Truncation(int steps, boolean fromFirst) {

  /** Whether the gradient stops before the step that is read as the {@code nth}, from 0. */
  boolean cutsBefore(int nth, int time) {
    if (steps == 0 || nth == 0) {
      return false;
    }
    return (fromFirst ? nth : time - nth) % steps == 0;
  }
}
