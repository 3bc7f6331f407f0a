package dev.inputmethod.kernel;

/** The output layer with its loss. */
interface OutputPass {

  /**
   * Keeps what the backward pass needs.
   *
   * @param features {@code [features, lanes]}
   * @param targets classes, or {@code [answers, outputs]} numbers, row-major
   * @return the mean loss
   */
  double forward(Matrix features, float[] targets);

  /**
   * Writes the gradients of the mean loss, after {@link #forward}.
   *
   * @param featuresByExample {@code [answers, features]}
   * @param dFeatures {@code [features, lanes]}
   */
  void backward(Matrix featuresByExample, Matrix dFeatures);

  /** ln p of every class, or the numbers, {@code [answers, outputs]}, row-major. */
  float[] answers(Matrix features);
}
