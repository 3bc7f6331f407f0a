package dev.inputmethod.kernel;

import java.util.List;

/**
 * The parameters of a network of words, or their gradients.
 *
 * @param embedding {@code [words, embedding]}
 * @param levels from the lowest up, in each the forward direction first
 * @param output {@code [words, directions·hidden]}
 * @param outputBias {@code [words]}
 */
public record NetworkWeights(
    Matrix embedding, List<List<RecurrentWeights>> levels, Matrix output, Span outputBias) {
  public NetworkWeights {
    levels = levels.stream().map(List::copyOf).toList();
  }
}
