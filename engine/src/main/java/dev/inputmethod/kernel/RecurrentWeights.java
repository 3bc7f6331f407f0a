package dev.inputmethod.kernel;

import java.util.Optional;

/**
 * The parameters of one direction of a recurrent layer, or their gradients.
 *
 * @param input {@code [gates·hidden, inputs]}
 * @param recurrent {@code [gates·hidden, hidden]}
 * @param biases those of the input and of the recurrent sum; empty without
 */
public record RecurrentWeights(Matrix input, Matrix recurrent, Optional<Biases> biases) {

  /** Two vectors {@code [gates·hidden]}. */
  public record Biases(Span input, Span recurrent) {}

  int hidden() {
    return recurrent.columns();
  }
}
