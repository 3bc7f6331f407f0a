package dev.inputmethod.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One step of each cell, forward and back, 64 examples. What a step overwrites it goes on with: the
 * numbers shrink, which changes no time, as the arithmetic has no branches. They are drawn anew
 * before each iteration.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CellBenchmark {
  @Param({"128", "256"})
  public int hidden;

  private Kernels kernels = new LoopKernels();
  private int n;
  private Span gates = new Span(new float[0], 0);
  private Span recurrent = gates;
  private Span before = gates;
  private Span cell = gates;
  private Span tanhCell = gates;
  private Span state = gates;
  private Span dState = gates;
  private Span dBefore = gates;

  /** Draws the numbers. */
  @Setup(Level.Iteration)
  public void make(Form form) {
    kernels = form.kernels();
    n = hidden * Form.LANES;
    gates = form.numbers(4 * n);
    recurrent = form.numbers(n);
    before = form.numbers(n);
    cell = form.numbers(n);
    tanhCell = form.numbers(n);
    state = form.numbers(n);
    dState = form.numbers(n);
    dBefore = form.numbers(n);
  }

  @Benchmark
  public Span rnnForward() {
    kernels.tanhForward(gates, state, n);
    return state;
  }

  @Benchmark
  public Span rnnBackward() {
    kernels.tanhBackward(gates, state, dState, n);
    return gates;
  }

  @Benchmark
  public Span lstmForward() {
    kernels.lstmForward(gates, before, cell, tanhCell, state, n);
    return state;
  }

  @Benchmark
  public Span lstmBackward() {
    kernels.lstmBackward(gates, before, tanhCell, dState, dBefore, n);
    return gates;
  }

  @Benchmark
  public Span gruForward() {
    kernels.gruForward(gates, recurrent, before, state, n);
    return state;
  }

  @Benchmark
  public Span gruBackward() {
    kernels.gruBackward(gates, recurrent, before, dState, dBefore, n);
    return gates;
  }
}
