package dev.inputmethod.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.ChildJvm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Training gives the same bits with vectors and without, interpreted and compiled. */
class FastTrainingTest {
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  /** A runtime that lacks the vectors' module, as one made by jlink may. */
  @Test
  void without_the_incubating_module_loops_train_the_same() throws Exception {
    List<String> options = List.of("--limit-modules=java.se,jdk.unsupported");
    assertThat(ChildJvm.lastLineOf(FastTraining.class, options))
        .isEqualTo("loops: " + FastTraining.everything());
  }

  @Test
  void an_interpreting_jvm_trains_the_same() throws Exception {
    assertThat(ChildJvm.lastLineOf(FastTraining.class, List.of(VECTORS, "-Xint")))
        .isEqualTo(kernels() + ": " + FastTraining.everything());
  }

  /** Every kernel is compiled in the first step, and nothing goes on before it is. */
  @Test
  void a_compiling_jvm_trains_the_same() throws Exception {
    List<String> options =
        List.of(
            VECTORS,
            "-Xbatch",
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=CompileThresholdScaling,dev.inputmethod.kernel.*::*,0.01");
    assertThat(ChildJvm.lastLineOf(FastTraining.class, options))
        .isEqualTo(kernels() + ": " + FastTraining.everything());
  }

  private static String kernels() {
    return FastSamples.fast(FastSamples.shape(Cell.GRU, 1, false)).kernelName();
  }
}
