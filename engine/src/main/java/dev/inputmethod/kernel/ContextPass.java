package dev.inputmethod.kernel;

import dev.inputmethod.kernel.RecurrentPass.CellKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network of words asked with one context now and then, as when somebody types. Its products are
 * of a matrix and a vector, where a {@link NetworkPass} would compute all of its {@link
 * Kernels#LANES} lanes; and they are plain loops, which are fast at once, where vector code must be
 * compiled first. For one thread.
 *
 * <p>Sums are made in another order than in training: logarithms agree to within rounding.
 */
public final class ContextPass {
  private final Matrix embedding;
  private final List<List<ContextState>> levels = new ArrayList<>();
  private final TurnedMatrix output;
  private final Span outputBias;

  /**
   * For a network of words that answers from its final states.
   *
   * @param flat its parameters as in {@link NetworkWeights#of}; copied
   */
  public ContextPass(float[] flat, NetworkSizes sizes) {
    NetworkWeights weights = NetworkWeights.of(flat, sizes);
    Matrix words = weights.embedding().orElseThrow();
    this.embedding =
        Matrix.of(
            copy(words.values(), words.at(), words.rows() * words.columns()),
            words.rows(),
            words.columns());
    for (int level = 0; level < sizes.levels().size(); level++) {
      CellKind cell = sizes.levels().get(level).cell();
      levels.add(
          weights.levels().get(level).stream()
              .map(direction -> new ContextState(cell, direction))
              .toList());
    }
    this.output = new TurnedMatrix(weights.output());
    this.outputBias =
        copy(weights.outputBias().values(), weights.outputBias().at(), sizes.outputs());
  }

  /** So that the flat array, most of which is kept turned, can go. */
  private static Span copy(float[] from, int at, int length) {
    return new Span(Arrays.copyOfRange(from, at, at + length), 0);
  }

  /**
   * ln p of every word, in nats.
   *
   * @param context ids, the first word first; at least one
   */
  public float[] logProbabilities(int... context) {
    List<Span> steps = new ArrayList<>();
    for (int id : context) {
      steps.add(new Span(embedding.values(), embedding.at() + id * embedding.columns()));
    }
    for (List<ContextState> level : levels) {
      steps = read(level, steps);
    }
    float[] logits = outputBias.values().clone();
    output.addProduct(finalStates(steps), logits);
    normalise(logits);
    return logits;
  }

  /** The states of all directions at every step. */
  private static List<Span> read(List<ContextState> directions, List<Span> input) {
    int hidden = directions.get(0).hidden();
    List<Span> output = new ArrayList<>();
    for (int t = 0; t < input.size(); t++) {
      output.add(new Span(new float[directions.size() * hidden], 0));
    }
    for (int d = 0; d < directions.size(); d++) {
      directions.get(d).clear();
      for (int nth = 0; nth < input.size(); nth++) {
        int t = d == 1 ? input.size() - 1 - nth : nth;
        directions.get(d).read(input.get(t), output.get(t).values(), d * hidden);
      }
    }
    return output;
  }

  /** Each direction's state after its last step: the backward one's lies at the first word. */
  private Span finalStates(List<Span> steps) {
    List<ContextState> directions = levels.get(levels.size() - 1);
    int hidden = directions.get(0).hidden();
    float[] states = steps.get(steps.size() - 1).values().clone();
    if (directions.size() == 2) {
      System.arraycopy(steps.get(0).values(), hidden, states, hidden, hidden);
    }
    return new Span(states, 0);
  }

  /** Logits become logarithms of probabilities. */
  private static void normalise(float[] logits) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      greatest = Math.max(greatest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Functions.exp(logit - greatest);
    }
    double logSum = greatest + StrictMath.log(sum);
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (logits[i] - logSum);
    }
  }
}
