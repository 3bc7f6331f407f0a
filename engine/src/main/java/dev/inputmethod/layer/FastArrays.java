package dev.inputmethod.layer;

import dev.inputmethod.kernel.Matrix;
import dev.inputmethod.kernel.NetworkWeights;
import dev.inputmethod.kernel.RecurrentWeights;
import dev.inputmethod.kernel.RecurrentWeights.Biases;
import dev.inputmethod.kernel.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;

/**
 * A network's flat array seen as its weights, in the order in which {@link Parameters} lays them
 * out.
 */
final class FastArrays {
  private final float[] flat;
  private int next;

  private FastArrays(float[] flat) {
    this.flat = flat;
  }

  /**
   * @param levels from the lowest up
   */
  static NetworkWeights weights(
      float[] flat,
      Optional<WordEmbedding> words,
      List<Recurrent> levels,
      FeedForwardLayer output) {
    FastArrays arrays = new FastArrays(flat);
    Optional<Matrix> embedding = words.map(each -> arrays.matrix(each.getNIn(), each.getNOut()));
    List<List<RecurrentWeights>> recurrent = new ArrayList<>();
    for (Recurrent level : levels) {
      List<RecurrentWeights> directions = new ArrayList<>();
      for (int d = 0; d < level.directions(); d++) {
        directions.add(arrays.direction(level));
      }
      recurrent.add(directions);
    }
    return new NetworkWeights(
        embedding,
        recurrent,
        arrays.matrix(output.getNOut(), output.getNIn()),
        arrays.vector(output.getNOut()));
  }

  private RecurrentWeights direction(Recurrent level) {
    long width = level.cell().gates() * level.getNOut();
    return new RecurrentWeights(
        matrix(width, level.getNIn()),
        matrix(width, level.getNOut()),
        level.hasBias() ? Optional.of(new Biases(vector(width), vector(width))) : Optional.empty());
  }

  private Matrix matrix(long rows, long columns) {
    Span from = vector(Math.multiplyExact(rows, columns));
    return Matrix.of(from, Math.toIntExact(rows), Math.toIntExact(columns));
  }

  private Span vector(long length) {
    Span from = new Span(flat, next);
    next += Math.toIntExact(length);
    return from;
  }
}
