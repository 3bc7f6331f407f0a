package dev.inputmethod.kernel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The output layer of hidden size 128, 64 examples: softmax with cross-entropy and its gradient,
 * products included; and Adam over its weights.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OutputBenchmark {
  private static final int HIDDEN = 128;

  @Param({"5000", "20000"})
  public int words;

  private final float[] targets = new float[Form.LANES];
  private Kernels kernels = new LoopKernels();
  private Span weight = new Span(new float[0], 0);
  private Span gradient = weight;
  private Span first = weight;
  private Span second = weight;
  private Matrix features = Matrix.of(weight, 0, 0);
  private Matrix byExample = features;
  private Matrix dFeatures = features;
  private SoftmaxPass softmax = softmax(weight, weight);

  /** Makes the layer. */
  @Setup
  public void make(Form form) {
    kernels = form.kernels();
    int n = words * HIDDEN;
    weight = form.numbers(n);
    gradient = form.numbers(n);
    first = new Span(new float[n], 0);
    second = new Span(new float[n], 0);
    features = Matrix.of(form.numbers(HIDDEN * Form.LANES), HIDDEN, Form.LANES);
    dFeatures = Matrix.of(form.numbers(HIDDEN * Form.LANES), HIDDEN, Form.LANES);
    byExample = Matrix.of(form.numbers(Form.LANES * HIDDEN), Form.LANES, HIDDEN);
    softmax = softmax(form.numbers(words), form.numbers(words));
  }

  private SoftmaxPass softmax(Span bias, Span dBias) {
    return new SoftmaxPass(
        kernels, layer(weight, bias), layer(gradient, dBias), new Shape(1, Form.LANES));
  }

  private NetworkWeights layer(Span weights, Span bias) {
    Matrix output = Matrix.of(weights, words, HIDDEN);
    return new NetworkWeights(Optional.empty(), List.of(), output, bias);
  }

  @Benchmark
  public double softmaxForward() {
    return softmax.forward(features, targets);
  }

  /** The forward pass is in it: the backward one uses up what it leaves. */
  @Benchmark
  public Matrix softmaxBothWays() {
    softmax.forward(features, targets);
    softmax.backward(byExample, dFeatures);
    return dFeatures;
  }

  @Benchmark
  public Span adam() {
    AdamRates rates = AdamRates.of(0.001, 0.9, 0.999, 1e-8, 100);
    kernels.adam(weight, gradient, first, second, words * HIDDEN, rates);
    return weight;
  }
}
