package dev.inputmethod.layer;

/** A layer to which it matters whether there is one target, after the last step, or one at each. */
interface StepChoice {
  /** From the next forward pass on; at first there is one target. */
  void targetsAtEveryStep(boolean value);
}
