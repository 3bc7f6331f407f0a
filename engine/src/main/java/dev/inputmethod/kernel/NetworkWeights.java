package dev.inputmethod.kernel;

import java.util.List;
import java.util.Optional;

/**
 * The parameters of a network, or their gradients.
 *
 * @param embedding {@code [words, embedding]}; empty where numbers go in
 * @param levels from the lowest up, in each the forward direction first
 * @param output {@code [classes or numbers, directions·hidden]}
 * @param outputBias {@code [classes or numbers]}
 */
public record NetworkWeights(
    Optional<Matrix> embedding,
    List<List<RecurrentWeights>> levels,
    Matrix output,
    Span outputBias) {
  public NetworkWeights {
    levels = levels.stream().map(List::copyOf).toList();
  }

  /** What goes into the lowest layer. */
  int features() {
    return levels.get(0).get(0).input().columns();
  }
}
