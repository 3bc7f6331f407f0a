package dev.inputmethod.kernel;

import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The products of {@link ProductBenchmark} by OpenBLAS, through ND4J, on off-heap matrices in the
 * order that OpenBLAS likes best: column-major, results given. Run with {@code OMP_NUM_THREADS=1}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OpenBlasBenchmark {
  private static final int STEPS = 8;

  /** Rows × columns of the weights, as in {@link ProductBenchmark}. */
  @Param({"512x128", "512x64", "256x128", "1024x256", "1024x64", "256x256"})
  public String weights = "";

  private INDArray weight = Nd4j.empty();
  private INDArray weightTransposed = weight;
  private INDArray state = weight;
  private INDArray sums = weight;
  private INDArray sumsOfSteps = weight;
  private INDArray statesOfSteps = weight;

  /** Makes the matrices. */
  @Setup
  public void make() {
    String[] size = weights.split("x");
    int rows = Integer.parseInt(size[0]);
    int inner = Integer.parseInt(size[1]);
    weight = Nd4j.rand('f', rows, inner);
    weightTransposed = weight.transpose().dup('f');
    state = Nd4j.rand('f', inner, Form.LANES);
    sums = Nd4j.rand('f', rows, Form.LANES);
    sumsOfSteps = Nd4j.rand('f', rows, STEPS * Form.LANES);
    statesOfSteps = Nd4j.rand('f', STEPS * Form.LANES, inner);
  }

  /** Weights · state. */
  @Benchmark
  public INDArray forward() {
    return Nd4j.gemm(weight, state, sums, false, false, 1, 0);
  }

  /** Weightsᵀ · gradient of the sums, the weights turned once before. */
  @Benchmark
  public INDArray backward() {
    return Nd4j.gemm(weightTransposed, sums, state, false, false, 1, 0);
  }

  /** The weights' gradient over {@value STEPS} steps, in one product. */
  @Benchmark
  public INDArray gradientOfEightSteps() {
    return Nd4j.gemm(sumsOfSteps, statesOfSteps, weight, false, false, 1, 0);
  }
}
