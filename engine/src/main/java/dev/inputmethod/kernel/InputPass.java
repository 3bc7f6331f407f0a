package dev.inputmethod.kernel;

/** What turns a batch into the first layer's input, and takes its gradient back. */
interface InputPass {

  /**
   * Fills values and examples' rows.
   *
   * @param input word ids {@code [batch, time]} or numbers {@code [batch, features, time]}
   */
  void forward(float[] input, Steps output);

  /** Takes the gradients of what {@link #forward} has filled. */
  void backward(Steps output);

  /** Leaves no gradient behind, before another pass takes over the array for them. */
  void release();
}
