package dev.inputmethod.layer;

import dev.inputmethod.kernel.AdamRates;
import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.kernel.Span;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the fast form learns: parameters, their gradients and Adam's moments, each one flat array.
 */
final class FastState {
  /** Few enough to stay in the cache between being made and being read. */
  private static final int PART = 8192;

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
    kernels.adam(
        new Span(parameters, 0),
        new Span(gradients, 0),
        new Span(first, 0),
        new Span(second, 0),
        parameters.length,
        rates);
    last = Optional.of(rates);
  }
}
