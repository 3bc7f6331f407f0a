package dev.inputmethod.kernel;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The products of {@link ProductBenchmark} by oneDNN's sgemm, on off-heap matrices in rows, results
 * given. Run with {@code OMP_NUM_THREADS=1}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OneDnnBenchmark {
  private static final int STEPS = 8;

  /** Rows × columns of the weights, as in {@link ProductBenchmark}. */
  @Param({"512x128", "512x64", "256x128", "1024x256", "1024x64", "256x256"})
  public String weights = "";

  private final Random random = new Random(1);
  private int rows;
  private int inner;
  private FloatPointer weight = new FloatPointer();
  private FloatPointer weightTransposed = weight;
  private FloatPointer state = weight;
  private FloatPointer sums = weight;
  private FloatPointer sumsOfSteps = weight;
  private FloatPointer statesOfSteps = weight;

  /** Makes the matrices. */
  @Setup
  public void make() {
    String[] size = weights.split("x");
    rows = Integer.parseInt(size[0]);
    inner = Integer.parseInt(size[1]);
    weight = numbers(rows * inner);
    weightTransposed = numbers(inner * rows);
    state = numbers(inner * Form.LANES);
    sums = numbers(rows * Form.LANES);
    sumsOfSteps = numbers(rows * STEPS * Form.LANES);
    statesOfSteps = numbers(STEPS * Form.LANES * inner);
  }

  private FloatPointer numbers(int n) {
    FloatPointer numbers = new FloatPointer(n);
    for (int i = 0; i < n; i++) {
      numbers.put(i, 2 * random.nextFloat() - 1);
    }
    return numbers;
  }

  /** Weights · state. */
  @Benchmark
  public FloatPointer forward() {
    return multiply(weight, state, sums, rows, inner, Form.LANES);
  }

  /** Weightsᵀ · gradient of the sums, the weights turned once before. */
  @Benchmark
  public FloatPointer backward() {
    return multiply(weightTransposed, sums, state, inner, rows, Form.LANES);
  }

  /** The weights' gradient over {@value STEPS} steps, in one product. */
  @Benchmark
  public FloatPointer gradientOfEightSteps() {
    return multiply(sumsOfSteps, statesOfSteps, weight, rows, STEPS * Form.LANES, inner);
  }

  private static FloatPointer multiply(
      FloatPointer left, FloatPointer right, FloatPointer result, int m, int k, int n) {
    byte no = (byte) 'N';
    int status = dnnl.dnnl_sgemm(no, no, m, n, k, 1, left, k, right, n, 0, result, n);
    if (status != dnnl.dnnl_success) {
      throw new IllegalStateException("oneDNN refuses the product, status " + status);
    }
    return result;
  }
}
