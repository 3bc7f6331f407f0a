package dev.inputmethod.kernel;

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
 * Matrix products in the shapes of an LSTM of hidden size 128 and 256, 64 examples: a product of
 * rows × inner × 64 is 128 · rows · inner floating-point operations.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProductBenchmark {
  private static final int STEPS = 8;

  /** Rows × columns of the weights: recurrent, input, and a block of words. */
  @Param({"512x128", "512x64", "256x128", "1024x256", "1024x64", "256x256"})
  public String weights = "";

  private Kernels kernels = new LoopKernels();
  private Matrix weight = Matrix.of(new Span(new float[0], 0), 0, 0);
  private Matrix state = weight;
  private Matrix sums = weight;
  private Pieces sumsOfSteps = new Pieces(weight, 0, 0);
  private Matrix statesByExample = weight;

  /** Makes the matrices. */
  @Setup
  public void make(Form form) {
    String[] size = weights.split("x");
    int rows = Integer.parseInt(size[0]);
    int inner = Integer.parseInt(size[1]);
    kernels = form.kernels();
    weight = Matrix.of(form.numbers(rows * inner), rows, inner);
    state = Matrix.of(form.numbers(inner * Form.LANES), inner, Form.LANES);
    sums = Matrix.of(form.numbers(rows * Form.LANES), rows, Form.LANES);
    Matrix firstSums = Matrix.of(form.numbers(STEPS * rows * Form.LANES), rows, Form.LANES);
    sumsOfSteps = new Pieces(firstSums, rows * Form.LANES, STEPS);
    statesByExample =
        Matrix.of(form.numbers(STEPS * Form.LANES * inner), STEPS * Form.LANES, inner);
  }

  /** Weights · state. */
  @Benchmark
  public Matrix forward() {
    kernels.multiply(weight, state, sums, false);
    return sums;
  }

  /** Weightsᵀ · gradient of the sums. */
  @Benchmark
  public Matrix backward() {
    kernels.multiply(weight.transposed(), sums, state, false);
    return state;
  }

  /** The weights' gradient over {@value STEPS} steps. */
  @Benchmark
  public Matrix gradientOfEightSteps() {
    weight.clear();
    kernels.addProduct(sumsOfSteps, statesByExample, weight);
    return weight;
  }
}
