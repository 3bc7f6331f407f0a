package dev.inputmethod.kernel;

import java.util.Random;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Which kernels are timed, and numbers for them. */
@State(Scope.Benchmark)
public class Form {
  static final int LANES = 64;

  /** The best that this JVM can run, or plain loops. */
  @Param({"best", "loops"})
  public String form = "";

  private final Random random = new Random(1);

  Kernels kernels() {
    return form.equals("loops") ? new LoopKernels() : Kernels.best();
  }

  /** Numbers between −1 and 1. */
  Span numbers(int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return new Span(values, 0);
  }
}
