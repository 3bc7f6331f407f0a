package dev.inputmethod.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Does on command what is to be timed, and waits in between, so that two processes can take turns.
 *
 * <p>A line {@code steps N} does N training steps and answers {@code {"seconds":…,"loss":…}}; a
 * line {@code gemm} multiplies matrices and answers {@code {"gflops":…}}; a line {@code set
 * key=value} changes an argument and answers {@code {}}. Ends with its input.
 */
final class Rounds {
  private static final int SIZE = 1024;
  private static final int REPEATS = 8;

  private Rounds() {}

  /** Does training steps. */
  interface Steps {
    /** Goes on for so many steps; gives the last one's loss, in nats. */
    double run(int count) throws IOException;
  }

  static void serve(Steps steps, Arguments given, String kernels) throws IOException {
    System.out.println("{\"kernels\":\"" + kernels + "\"}");
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      System.out.println(answer(line.split(" "), steps, given));
    }
  }

  private static String answer(String[] command, Steps steps, Arguments given) throws IOException {
    return switch (command[0]) {
      case "steps" -> timed(steps, command[1]);
      case "gemm" -> gemm();
      case "set" -> {
        given.set(command[1]);
        yield "{}";
      }
      default -> throw new IllegalArgumentException(command[0] + " is none of steps, gemm, set");
    };
  }

  private static String timed(Steps steps, String count) throws IOException {
    long start = System.nanoTime();
    double loss = steps.run(Integer.parseInt(count));
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(Locale.ROOT, "{\"seconds\":%.6f,\"loss\":%.4f}", seconds, loss);
  }

  /** The rate of OpenBLAS' sgemm, as ND4J loads it, on large square matrices: the best of a few. */
  private static String gemm() {
    INDArray left = Nd4j.rand(DataType.FLOAT, SIZE, SIZE).dup('f');
    INDArray right = Nd4j.rand(DataType.FLOAT, SIZE, SIZE).dup('f');
    INDArray into = Nd4j.create(DataType.FLOAT, new long[] {SIZE, SIZE}, 'f');
    double best = 0;
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      Nd4j.gemm(left, right, into, false, false, 1, 0);
      best = Math.max(best, 2.0 * SIZE * SIZE * SIZE / (System.nanoTime() - start));
    }
    return String.format(Locale.ROOT, "{\"gflops\":%.3f}", best);
  }
}
