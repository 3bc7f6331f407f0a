package dev.inputmethod.kernel;

import dev.inputmethod.kernel.RecurrentWeights.Biases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /**
   * A flat array seen as the weights of a network, which lie in it one after another, in the order
   * of this record's and its parts' components.
   */
  public static NetworkWeights of(float[] flat, NetworkSizes sizes) {
    if (flat.length != sizes.parameters()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d numbers are not the %d of such a network",
              flat.length,
              sizes.parameters()));
    }
    Cutter cutter = new Cutter(flat);
    Optional<Matrix> embedding =
        sizes.words().isPresent()
            ? Optional.of(cutter.matrix(sizes.words().getAsInt(), sizes.features()))
            : Optional.empty();
    List<List<RecurrentWeights>> levels = new ArrayList<>();
    for (NetworkSizes.Level level : sizes.levels()) {
      List<RecurrentWeights> directions = new ArrayList<>();
      for (int d = 0; d < level.directions(); d++) {
        directions.add(cutter.direction(level));
      }
      levels.add(directions);
    }
    Matrix output = cutter.matrix(sizes.outputs(), sizes.states());
    return new NetworkWeights(embedding, levels, output, cutter.vector(sizes.outputs()));
  }

  /** What goes into the lowest layer. */
  int features() {
    return levels.get(0).get(0).input().columns();
  }

  /** Takes one parameter after another from an array. */
  private static final class Cutter {
    private final float[] flat;
    private int next;

    Cutter(float[] flat) {
      this.flat = flat;
    }

    RecurrentWeights direction(NetworkSizes.Level level) {
      int width = level.width();
      Matrix input = matrix(width, level.inputs());
      Matrix recurrent = matrix(width, level.hidden());
      Optional<Biases> biases =
          level.bias() ? Optional.of(new Biases(vector(width), vector(width))) : Optional.empty();
      return new RecurrentWeights(input, recurrent, biases);
    }

    Matrix matrix(int rows, int columns) {
      return Matrix.of(vector(rows * columns), rows, columns);
    }

    Span vector(int length) {
      Span from = new Span(flat, next);
      next += length;
      return from;
    }
  }
}
