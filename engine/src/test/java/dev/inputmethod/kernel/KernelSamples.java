package dev.inputmethod.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Runs every operation on numbers drawn from a seed, and tells what came out. */
final class KernelSamples {
  private final Random random;

  KernelSamples(long seed) {
    this.random = new Random(seed);
  }

  /** Numbers around 0, most of them between −3 and 3. */
  Span span(int length) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return new Span(numbers, 0);
  }

  public static void main(String[] arguments) {
    System.out.println(everything(Kernels.best()));
  }

  /** A number for each operation, which another bit anywhere would change. */
  static String everything(Kernels kernels) {
    int n = 96;
    StringBuilder found = new StringBuilder(kernelsOf(kernels, n));
    KernelSamples samples = new KernelSamples(7);
    Span block = samples.span(5 * 32);
    Span greatest = samples.span(32);
    Span sums = samples.span(32);
    kernels.exponentials(block, 5, 32, greatest, sums);
    tell(found, block, greatest, sums);
    kernels.scaleLanes(block, 5, 32, sums);
    Span squares = samples.span(64);
    kernels.addSquares(samples.span(64 * 5), 5, squares);
    tell(found, squares);
    kernels.add(block, sums, 32);
    tell(found, block, greatest, sums);
    Span parameters = samples.span(101);
    Span first = samples.span(101);
    Span second = positive(samples.span(101));
    AdamRates rates = AdamRates.of(0.001, 0.9, 0.999, 1e-8, 3);
    kernels.adam(parameters, samples.span(101), first, second, 101, rates);
    tell(found, parameters, first, second);
    Span updates = new Span(new float[101], 0);
    kernels.adamUpdates(first, second, updates, 101, rates);
    tell(found, updates);
    Matrix product = Matrix.of(samples.span(9 * 70), 9, 70);
    kernels.multiply(
        Matrix.of(samples.span(9 * 140), 9, 140),
        Matrix.of(samples.span(140 * 70), 140, 70),
        product,
        true);
    Matrix other = Matrix.of(samples.span(11 * 86), 11, 86);
    kernels.multiply(
        Matrix.of(samples.span(140 * 11), 140, 11).transposed(),
        Matrix.of(samples.span(140 * 86), 140, 86),
        other,
        true);
    tell(found, new Span(other.values(), 0));
    Pieces pieces = new Pieces(Matrix.of(samples.span(10 * 9 * 20), 9, 20), 9 * 20, 10);
    kernels.addProduct(pieces, Matrix.of(samples.span(200 * 70), 200, 70), product);
    tell(found, new Span(product.values(), 0));
    tell(found, ofEdges(kernels).toArray(Span[]::new));
    return found.toString();
  }

  /**
   * What cells and softmax make of numbers at which functions are clamped, and of those that are
   * not finite.
   */
  static List<Span> ofEdges(Kernels kernels) {
    int n = edges(0).values().length;
    Span hidden = new Span(new float[n], 0);
    kernels.tanhForward(edges(0), hidden, n);
    Span rectified = new Span(new float[n], 0);
    kernels.reluForward(edges(0), rectified, n);
    Span rectifiedBack = edges(0);
    kernels.reluBackward(rectifiedBack, edges(1), edges(2), n);
    Span gates = new Span(new float[4 * n], 0);
    for (int gate = 0; gate < 4; gate++) {
      System.arraycopy(edges(gate).values(), 0, gates.values(), gate * n, n);
    }
    Span lstm = new Span(gates.values().clone(), 0);
    Span cell = new Span(new float[n], 0);
    Span squashed = new Span(new float[n], 0);
    Span lstmHidden = new Span(new float[n], 0);
    kernels.lstmForward(lstm, edges(5), cell, squashed, lstmHidden, n);
    Span gru = new Span(gates.values().clone(), 0);
    Span gruHidden = new Span(new float[n], 0);
    kernels.gruForward(gru, edges(5), edges(7), gruHidden, n);
    Span logits = new Span(gates.values().clone(), 0);
    Span greatest = new Span(new float[n], 0);
    Arrays.fill(greatest.values(), Float.NEGATIVE_INFINITY);
    Span sums = new Span(new float[n], 0);
    kernels.exponentials(logits, 4, n, greatest, sums);
    Span kept = edges(0);
    kernels.dropNegligible(kept, n);
    Span scaled = new Span(gates.values().clone(), 0);
    kernels.scaleLanes(scaled, 4, n, edges(9));
    return List.of(
        hidden,
        rectified,
        rectifiedBack,
        lstm,
        cell,
        squashed,
        lstmHidden,
        gru,
        gruHidden,
        logits,
        greatest,
        sums,
        kept,
        scaled);
  }

  /** As many as whole vectors hold, turned by some places. */
  private static Span edges(int turn) {
    float[] limits = {
      Functions.TANH_LIMIT,
      -Functions.EXP_LOWEST,
      Functions.EXP_HIGHEST,
      17,
      104,
      Kernels.NEGLIGIBLE,
      Float.MAX_VALUE,
      Float.MIN_NORMAL,
      Float.MIN_VALUE,
      0,
      Float.POSITIVE_INFINITY,
      Float.NaN
    };
    float[] edges = new float[5 * Kernels.LANES];
    for (int i = 0; i < edges.length; i++) {
      float limit = limits[i / 6 % limits.length];
      float near = i % 3 == 0 ? limit : i % 3 == 1 ? Math.nextUp(limit) : Math.nextDown(limit);
      edges[(i + turn) % edges.length] = i % 6 < 3 ? near : -near;
    }
    return new Span(edges, 0);
  }

  private static String kernelsOf(Kernels kernels, int n) {
    StringBuilder found = new StringBuilder();
    KernelSamples samples = new KernelSamples(3);
    Span gates = samples.span(4 * n);
    Span before = samples.span(n);
    Span cell = samples.span(n);
    Span squashed = samples.span(n);
    Span hidden = samples.span(n);
    kernels.lstmForward(gates, before, cell, squashed, hidden, n);
    tell(found, gates, cell, squashed, hidden);
    kernels.lstmBackward(gates, before, squashed, samples.span(n), cell, n);
    tell(found, gates, cell);
    kernels.gruForward(gates, cell, before, hidden, n);
    tell(found, gates, hidden);
    kernels.gruBackward(gates, cell, before, samples.span(n), squashed, n);
    tell(found, gates, cell, squashed);
    Span sums = samples.span(n);
    kernels.tanhForward(sums, hidden, n);
    kernels.tanhBackward(sums, hidden, samples.span(n), n);
    tell(found, sums, hidden);
    kernels.reluForward(before, hidden, n);
    kernels.reluBackward(sums, hidden, samples.span(n), n);
    tell(found, sums, hidden);
    return found.toString();
  }

  static Span positive(Span span) {
    for (int i = 0; i < span.values().length; i++) {
      span.values()[i] = Math.abs(span.values()[i]);
    }
    return span;
  }

  private static void tell(StringBuilder into, Span... spans) {
    for (Span span : spans) {
      into.append(Arrays.hashCode(span.values())).append(' ');
    }
  }
}
