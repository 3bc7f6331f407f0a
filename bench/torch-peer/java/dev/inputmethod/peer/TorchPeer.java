package dev.inputmethod.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.openblas.presets.openblas_nolapack;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.EmbeddingOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LinearOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Does training steps in PyTorch's own C++: embedding, recurrent layers, linear layer on the final
 * states, cross-entropy, Adam.
 *
 * <p>Arguments, {@code key=value}: cell, vocabulary, embedding, hidden, layers, directions,
 * context, batch, threads, ids (whole numbers apart by white space: for each of 20 batches, for
 * each example, its context and then its target). A line {@code steps N} on standard input does N
 * steps and answers {@code {"seconds":…,"loss":…}}, a line {@code gemm} times torch.mm and answers
 * {@code {"gflops":…}}. Ends with its input.
 */
public final class TorchPeer {
  private static final int BATCHES = 20;
  private static final int SIZE = 1024;
  private static final int REPEATS = 8;

  private final Map<String, String> given = new HashMap<>();
  private final Tensor[] contexts = new Tensor[BATCHES];
  private final Tensor[] targets = new Tensor[BATCHES];
  private final EmbeddingImpl embedding;
  private final Recurrent recurrent;
  private final LinearImpl linear;
  private final Adam adam;
  private int step;

  private TorchPeer(String[] arguments) throws IOException {
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      given.put(parts[0], parts[1]);
    }
    holdThreads(number("threads"));
    readIds();
    int vocabulary = number("vocabulary");
    int hidden = number("hidden");
    int directions = number("directions");
    torch.manual_seed(1);
    embedding = new EmbeddingImpl(new EmbeddingOptions(vocabulary, number("embedding")));
    recurrent =
        Recurrent.of(
            given.get("cell"), number("embedding"), hidden, number("layers"), directions == 2);
    linear = new LinearImpl(new LinearOptions((long) hidden * directions, vocabulary));
    TensorVector parameters = new TensorVector();
    for (Module module : new Module[] {embedding, recurrent.module(), linear}) {
      TensorVector some = module.parameters();
      for (long i = 0; i < some.size(); i++) {
        parameters.push_back(some.get(i));
      }
    }
    adam = new Adam(parameters, new AdamOptions(0.001));
  }

  public static void main(String[] arguments) throws IOException {
    new TorchPeer(arguments).serve();
  }

  private static void holdThreads(int threads) {
    torch.set_num_threads(threads);
    // OpenBLAS has threads of its own, and its setter works only once the library is loaded.
    Loader.load(org.bytedeco.openblas.global.openblas_nolapack.class);
    openblas_nolapack.blas_set_num_threads(threads);
  }

  private void serve() throws IOException {
    System.out.println("{\"kernels\":\"libtorch\"}");
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      System.out.println(line.equals("gemm") ? gemm() : timed(line.split(" ")[1]));
    }
  }

  private String timed(String count) {
    int steps = Integer.parseInt(count);
    double loss = 0;
    long start = System.nanoTime();
    for (int i = 0; i < steps; i++) {
      loss = step();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(Locale.ROOT, "{\"seconds\":%.6f,\"loss\":%.4f}", seconds, loss);
  }

  private double step() {
    int next = ++step % BATCHES;
    try (PointerScope scope = new PointerScope()) {
      Tensor last = recurrent.last(embedding.forward(contexts[next]));
      Tensor loss = torch.cross_entropy(linear.forward(last), targets[next]);
      adam.zero_grad();
      loss.backward();
      adam.step();
      return loss.item_float();
    }
  }

  private static String gemm() {
    double best = 0;
    try (PointerScope scope = new PointerScope()) {
      Tensor left = torch.rand(SIZE, SIZE);
      Tensor right = torch.rand(SIZE, SIZE);
      Tensor into = torch.empty(SIZE, SIZE);
      for (int i = 0; i < REPEATS; i++) {
        long start = System.nanoTime();
        torch.mm_out(into, left, right);
        best = Math.max(best, 2.0 * SIZE * SIZE * SIZE / (System.nanoTime() - start));
      }
    }
    return String.format(Locale.ROOT, "{\"gflops\":%.3f}", best);
  }

  private void readIds() throws IOException {
    int batch = number("batch");
    int context = number("context");
    try (Scanner in = new Scanner(Path.of(given.get("ids")), StandardCharsets.UTF_8)) {
      for (int k = 0; k < BATCHES; k++) {
        long[] words = new long[batch * context];
        long[] after = new long[batch];
        for (int row = 0; row < batch; row++) {
          for (int t = 0; t < context; t++) {
            words[row * context + t] = in.nextLong();
          }
          after[row] = in.nextLong();
        }
        contexts[k] = Tensor.create(words, batch, context);
        targets[k] = Tensor.create(after);
      }
    }
  }

  private int number(String key) {
    return Integer.parseInt(given.get(key));
  }
}
