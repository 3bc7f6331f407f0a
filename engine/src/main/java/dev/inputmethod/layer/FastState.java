package dev.inputmethod.layer;

import dev.inputmethod.kernel.AdamRates;
import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the fast form learns: parameters, their gradients and Adam's moments, each one flat array.
 */
final class FastState {
  /** Few enough to stay in the cache between being made and being read. */
  private static final int PART = Kernels.NORM_PART / 2;

  private final Kernels kernels;
  private final float[] parameters;
  private final float[] gradients;
  private final float[] first;
  private final float[] second;
  private Optional<AdamRates> last = Optional.empty();

  FastState(Kernels kernels, float[] parameters) {
    this.kernels = kernels;
    this.parameters = parameters;
    this.gradients = new float[parameters.length];
    this.first = new float[parameters.length];
    this.second = new float[parameters.length];
  }

  float[] parameters() {
    return parameters;
  }

  float[] gradients() {
    return gradients;
  }

  /** L2 norms of one parameter: of what a step subtracted from it, and of what it became. */
  record Norms(double update, double value) {}

  /** What the last step subtracted from θ, made again from the moments that it left. */
  ArrayValues.Numbers updates() {
    AdamRates rates =
        last.orElseThrow(() -> new IllegalStateException("there has been no step yet"));
    float[] part = new float[Math.min(PART, parameters.length)];
    return new ArrayValues.Numbers() {
      @Override
      public Span part(int from, int length) {
        Span made = new Span(part, 0);
        kernels.adamUpdates(new Span(first, from), new Span(second, from), made, length, rates);
        return made;
      }

      @Override
      public int longestPart() {
        return PART;
      }
    };
  }

  /** Writes over the parameters. */
  void set(float[] values) {
    System.arraycopy(values, 0, parameters, 0, parameters.length);
  }

  /** m of all parameters, then v of all, as DL4J lays them out. */
  float[] moments() {
    float[] moments = Arrays.copyOf(first, 2 * first.length);
    System.arraycopy(second, 0, moments, first.length, second.length);
    return moments;
  }

  void setMoments(float[] moments) {
    System.arraycopy(moments, 0, first, 0, first.length);
    System.arraycopy(moments, first.length, second, 0, second.length);
  }

  /** One step of Adam with the gradients as they are. */
  void step(AdamRates rates) {
    step(0, parameters.length, rates);
    last = Optional.of(rates);
  }

  /**
   * The same, and takes norms of what it leaves while that is in the cache.
   *
   * @param lengths of the parameters, which lie one after another
   */
  List<Norms> step(AdamRates rates, List<Integer> lengths) {
    last = Optional.of(rates);
    List<Norms> norms = new ArrayList<>();
    int from = 0;
    for (int length : lengths) {
      norms.add(observedStep(from, from + length, rates));
      from += length;
    }
    if (from != parameters.length) {
      throw new IllegalArgumentException(from + " of " + parameters.length + " parameters named");
    }
    return norms;
  }

  private Norms observedStep(int from, int end, AdamRates rates) {
    ArrayValues.Numbers updates = updates();
    double update = 0;
    double squares = 0;
    for (int at = from; at < end; at += Kernels.NORM_PART) {
      int length = Math.min(Kernels.NORM_PART, end - at);
      step(at, length, rates);
      squares = kernels.addSquares(squares, new Span(parameters, at), length);
      update = ArrayValues.addNorm(update, kernels, updates, at, at + length);
    }
    ArrayValues.Numbers values = ArrayValues.Numbers.of(parameters);
    return new Norms(
        ArrayValues.orWide(update, updates, from, end),
        ArrayValues.orWide(Math.sqrt(squares), values, from, end));
  }

  private void step(int from, int length, AdamRates rates) {
    kernels.adam(
        new Span(parameters, from),
        new Span(gradients, from),
        new Span(first, from),
        new Span(second, from),
        length,
        rates);
  }
}
