package dev.inputmethod.bench;

import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Direction;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Nonlinearity;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.probe.NormProbe;
import dev.inputmethod.task.Batch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;

/**
 * Times training steps of one configuration, as a trial runs them, for comparison with a peer.
 *
 * <p>Arguments are {@code key=value}: cell, vocabulary, embedding, hidden, layers, directions,
 * context, batch, warmup, steps, everySteps (how often norms are recorded; 0 for never) and ids, a
 * file of whole numbers: for each of 20 batches, for each example, its context words and then its
 * target. Prints one line of JSON.
 */
public final class StepTimer {
  private static final int BATCHES = 20;

  private final Map<String, String> given = new HashMap<>();

  private StepTimer(String[] arguments) {
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      given.put(parts[0], parts[1]);
    }
  }

  public static void main(String[] arguments) throws IOException {
    System.out.println(new StepTimer(arguments).run());
  }

  private String run() throws IOException {
    Cell cell = Cell.valueOf(text("cell", "lstm").toUpperCase(Locale.ROOT));
    int vocabulary = number("vocabulary", 5000);
    ModelSettings settings =
        new ModelSettings(
            number("embedding", 64),
            number("hidden", 128),
            number("layers", 1),
            number("directions", 1) == 2 ? Direction.BIDIRECTIONAL : Direction.FORWARD,
            cell,
            Nonlinearity.TANH,
            true,
            1,
            0);
    int batch = number("batch", 64);
    TrainingSettings training = new TrainingSettings(1, batch, 0.001, Optimizer.ADAM);
    List<Batch> batches = batches(batch, number("context", 5));
    int steps = number("steps", 80);
    try (NextWordModel model = NextWordModel.initial(settings, training, vocabulary, 1)) {
      train(model, batches, number("warmup", 40));
      long start = System.nanoTime();
      double loss = train(model, batches, steps);
      double seconds = (System.nanoTime() - start) / 1e9;
      return String.format(
          Locale.ROOT,
          "{\"kernels\":\"%s\",\"millisPerStep\":%.3f,\"samplesPerSecond\":%.0f,\"loss\":%.4f}",
          model.kernels(),
          seconds * 1e3 / steps,
          batch * steps / seconds,
          loss);
    }
  }

  private double train(NextWordModel model, List<Batch> batches, int steps) {
    int every = number("everySteps", 10);
    NormProbe norms = new NormProbe();
    double loss = 0;
    for (int step = 1; step <= steps; step++) {
      Batch batch = batches.get(step % BATCHES);
      if (every > 0 && step % every == 0) {
        loss = model.step(batch, norms);
      } else {
        loss = model.step(batch);
      }
    }
    return loss;
  }

  private List<Batch> batches(int size, int context) throws IOException {
    List<Batch> batches = new ArrayList<>();
    try (Scanner in = new Scanner(Path.of(text("ids", "")), StandardCharsets.UTF_8)) {
      for (int k = 0; k < BATCHES; k++) {
        int[] contexts = new int[size * context];
        int[] targets = new int[size];
        for (int row = 0; row < size; row++) {
          for (int t = 0; t < context; t++) {
            contexts[row * context + t] = in.nextInt();
          }
          targets[row] = in.nextInt();
        }
        batches.add(new Batch(context, contexts, targets, new int[size]));
      }
    }
    return batches;
  }

  private String text(String key, String otherwise) {
    return given.getOrDefault(key, otherwise);
  }

  private int number(String key, int otherwise) {
    return Integer.parseInt(text(key, String.valueOf(otherwise)));
  }
}
