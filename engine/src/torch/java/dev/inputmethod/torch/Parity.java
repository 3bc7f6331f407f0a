package dev.inputmethod.torch;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Trains in PyTorch what our own trials trained, and prints both side by side.
 *
 * <p>Each directory within the one given holds a trial: {@code settings.json}, {@code train.i32},
 * {@code validation.i32}, {@code test.i32}, {@code initial.f32}, {@code best.f32} and {@code
 * ours.jsonl}. PyTorch trains twice on the same batches, from our initial weights and from its own,
 * and scores our best weights; it writes {@code same-start.jsonl}, {@code own-start.jsonl} and
 * {@code scores.jsonl}. What is written already is not done again.
 */
public final class Parity {
  private static final int FIRST_STEPS = 100;

  private final PrintStream out;
  private final List<Double> ours = new ArrayList<>();
  private final List<Double> theirs = new ArrayList<>();

  private Parity(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "give the directory of the exported trials: -Dexec.args=DIRECTORY");
    }
    Threads.one();
    List<Path> trials;
    try (Stream<Path> entries = Files.list(Path.of(args[0]))) {
      trials =
          entries.filter(entry -> Files.exists(entry.resolve("settings.json"))).sorted().toList();
    }
    Parity parity = new Parity(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    for (Path trial : trials) {
      parity.compare(trial);
    }
    parity.conclude();
  }

  private void compare(Path trial) throws IOException {
    Losses our = Losses.read(trial.resolve("ours.jsonl"));
    Losses same = run(trial, "same-start", "initial.f32");
    Losses own = run(trial, "own-start", "");
    Losses scored = run(trial, "scores", "best.f32");
    int all = our.training().size();
    line("%n%s: %,d steps", trial.getFileName(), all);
    line(
        "  same weights and batches: training loss differs by at most %.2g over the first %d steps,"
            + " %.2g over all",
        our.largestDifference(same, 1, FIRST_STEPS),
        FIRST_STEPS,
        our.largestDifference(same, 1, all));
    line("  validation cross-entropy by epoch, nats per word");
    line("    ours                      %s", numbers(our.validation()));
    line("    PyTorch, our weights      %s", numbers(same.validation()));
    line("    PyTorch, its own weights  %s", numbers(own.validation()));
    line("  our best weights          ours          scored by PyTorch");
    scored
        .metrics()
        .forEach(
            (name, value) -> {
              if (our.metrics().containsKey(name)) {
                line("    %-38s %.6f  %.6f", name, our.metrics().get(name), value);
              }
            });
    ours.add(our.bestValidation());
    theirs.add(own.bestValidation());
  }

  private void conclude() {
    double our = ours.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double their = theirs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    line(
        "%nmean best validation cross-entropy of %d seeds: ours %.4f, PyTorch from its own weights"
            + " %.4f (%+.2f %%)",
        ours.size(), our, their, 100 * (our / their - 1));
  }

  private static Losses run(Path trial, String name, String weights) throws IOException {
    Path written = trial.resolve(name + ".jsonl");
    if (!Files.exists(written)) {
      Path partial = trial.resolve(name + ".partial");
      try (BufferedWriter out = Files.newBufferedWriter(partial)) {
        TorchTraining training = new TorchTraining(trial, out);
        if (!weights.isEmpty()) {
          training.load(trial.resolve(weights));
        }
        if (name.equals("scores")) {
          training.score();
        } else {
          training.train();
        }
      }
      Files.move(partial, written);
    }
    return Losses.read(written);
  }

  private static String numbers(List<Double> values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(String.format(Locale.ROOT, "%.4f", value)));
    return String.join("  ", texts);
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
