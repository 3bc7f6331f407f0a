package dev.inputmethod.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole network at work on batches of one shape: what goes in, recurrent layers, what comes out.
 */
public final class NetworkPass {
  private final Shape shape;
  private final NetworkLayout layout;
  private final InputPass input;
  private final Steps embedded;
  private final List<LevelPass> levels = new ArrayList<>();
  private final AnsweredStates answered;
  private final OutputPass output;

  /** With buffers of its own. */
  public NetworkPass(
      Kernels kernels,
      NetworkLayout layout,
      NetworkWeights weights,
      NetworkWeights gradients,
      Shape shape) {
    this.shape = shape;
    this.layout = layout;
    this.input =
        weights.embedding().isPresent()
            ? new EmbeddingPass(
                weights.embedding().get(), gradients.embedding().orElseThrow(), shape)
            : new NumbersPass();
    this.embedded = new Steps(shape, weights.features());
    Steps below = embedded;
    for (int level = 0; level < weights.levels().size(); level++) {
      List<RecurrentPass> passes = new ArrayList<>();
      List<RecurrentWeights> directions = weights.levels().get(level);
      for (int d = 0; d < directions.size(); d++) {
        RecurrentWeights gradient = gradients.levels().get(level).get(d);
        passes.add(
            RecurrentPass.of(kernels, layout.cell(), directions.get(d), gradient, shape, d == 1));
      }
      int hidden = directions.get(0).hidden();
      LevelPass pass = new LevelPass(below, passes, hidden, layout.dropout().get(level));
      levels.add(pass);
      below = pass.output();
    }
    int directions = levels.get(levels.size() - 1).directions();
    this.answered = new AnsweredStates(below, directions, layout.answers());
    this.output =
        layout.softmax()
            ? new SoftmaxPass(kernels, weights, gradients, answered.shape())
            : new LinearPass(kernels, weights, gradients, answered.shape());
  }

  public Shape shape() {
    return shape;
  }

  /** Where it answers. */
  public Answers answersAt() {
    return layout.answers();
  }

  /** The embedded words, or the numbers that go in. */
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
   * @param batch word ids {@code [batch, time]} or numbers {@code [batch, features, time]}
   * @param targets classes {@code [answers, batch]}, or numbers {@code [batch, outputs]}
   * @return the mean loss: nats, or the squared error
   */
  public double train(float[] batch, float[] targets, Dropout dropout) {
    forward(batch, dropout, true);
    double loss = output.forward(answered.values(), targets);
    output.backward(answered.byExample(), answered.gradients());
    answered.giveBack();
    for (int level = levels.size() - 1; level >= 0; level--) {
      levels.get(level).backward();
    }
    input.backward(embedded);
    return loss;
  }

  /**
   * ln p of every class, or the numbers: {@code [answers, batch, outputs]}, row-major.
   *
   * @param batch as for {@link #train}
   */
  public float[] answers(float[] batch) {
    forward(batch, (level, below) -> Optional.empty(), false);
    return output.answers(answered.values());
  }

  private void forward(float[] batch, Dropout dropout, boolean training) {
    input.forward(batch, embedded);
    Steps below = embedded;
    for (int level = 0; level < levels.size(); level++) {
      LevelPass pass = levels.get(level);
      pass.forward(dropout.mask(level, below));
      below = pass.output();
      if (training) {
        below.turnToExamples();
      }
    }
    answered.take();
  }

  /** To be called before another pass takes over the gradients. */
  public void release() {
    input.release();
  }
}
