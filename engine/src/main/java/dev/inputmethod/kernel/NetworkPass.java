package dev.inputmethod.kernel;

import dev.inputmethod.kernel.RecurrentPass.CellKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole network at work on batches of one shape: embedding, recurrent layers, final states,
 * softmax.
 */
public final class NetworkPass {
  private final Shape shape;
  private final EmbeddingPass embedding;
  private final Steps embedded;
  private final List<LevelPass> levels = new ArrayList<>();
  private final Steps finals;
  private final SoftmaxPass softmax;

  /**
   * With buffers of its own.
   *
   * @param dropout whether a layer's input may be dropped, from the lowest up
   */
  public NetworkPass(
      Kernels kernels,
      CellKind cell,
      NetworkWeights weights,
      NetworkWeights gradients,
      List<Boolean> dropout,
      Shape shape) {
    this.shape = shape;
    this.embedding = new EmbeddingPass(weights.embedding(), gradients.embedding(), shape);
    this.embedded = new Steps(shape, weights.embedding().columns());
    Steps below = embedded;
    for (int level = 0; level < weights.levels().size(); level++) {
      List<RecurrentPass> passes = new ArrayList<>();
      List<RecurrentWeights> directions = weights.levels().get(level);
      for (int d = 0; d < directions.size(); d++) {
        RecurrentWeights gradient = gradients.levels().get(level).get(d);
        passes.add(RecurrentPass.of(kernels, cell, directions.get(d), gradient, shape, d == 1));
      }
      LevelPass pass = new LevelPass(below, passes, directions.get(0).hidden(), dropout.get(level));
      levels.add(pass);
      below = pass.output();
    }
    this.finals = new Steps(new Shape(1, shape.batch()), below.features());
    this.softmax =
        new SoftmaxPass(
            kernels,
            weights.output(),
            weights.outputBias(),
            gradients.output(),
            gradients.outputBias(),
            shape);
  }

  public Shape shape() {
    return shape;
  }

  /** The embedded words. */
  public Steps embedded() {
    return embedded;
  }

  /** From the lowest up. */
  public List<LevelPass> levels() {
    return List.copyOf(levels);
  }

  /** Where the input's factors of a layer come from. */
  public interface Dropout {
    /**
     * The factors of a layer's input, {@code [time, batch, features]}; empty to keep everything.
     *
     * @param level from 0
     */
    Optional<float[]> mask(int level, Steps input);
  }

  /**
   * Computes all gradients of the mean loss.
   *
   * @param ids {@code [batch, time]}
   * @return the mean loss, in nats
   */
  public double train(int[] ids, int[] targets, Dropout dropout) {
    forward(ids, dropout, true);
    double loss = softmax.forward(finals.values(0), targets);
    softmax.backward(finals.byExample(0), targets, finals.gradients(0));
    Steps top = levels.get(levels.size() - 1).output();
    top.clearGradients();
    moveFinals(top, true);
    for (int level = levels.size() - 1; level >= 0; level--) {
      levels.get(level).backward();
    }
    embedding.backward(ids, embedded);
    return loss;
  }

  /** ln p of every word, {@code [batch, words]}, row-major. */
  public float[] logProbabilities(int[] ids) {
    forward(ids, (level, input) -> Optional.empty(), false);
    return softmax.logProbabilities(finals.values(0));
  }

  private void forward(int[] ids, Dropout dropout, boolean training) {
    embedding.forward(ids, embedded);
    Steps below = embedded;
    for (int level = 0; level < levels.size(); level++) {
      LevelPass pass = levels.get(level);
      pass.forward(dropout.mask(level, below));
      below = pass.output();
      if (training) {
        below.turnToExamples();
      }
    }
    moveFinals(below, false);
    finals.turnToExamples();
  }

  /** Copies each direction's own final state, or its gradient back. */
  private void moveFinals(Steps top, boolean back) {
    int directions = levels.get(levels.size() - 1).directions();
    int hidden = top.features() / directions;
    int length = hidden * shape.lanes();
    for (int d = 0; d < directions; d++) {
      int last = d == 0 ? shape.time() - 1 : 0;
      if (back) {
        copy(finals.gradients(0, d * hidden), top.gradients(last, d * hidden), length);
      } else {
        copy(top.values(last, d * hidden), finals.values(0, d * hidden), length);
      }
    }
  }

  private static void copy(Span from, Span to, int length) {
    System.arraycopy(from.values(), from.at(), to.values(), to.at(), length);
  }

  /** To be called before another pass takes over the gradients. */
  public void release() {
    embedding.forgetTouched();
  }
}
