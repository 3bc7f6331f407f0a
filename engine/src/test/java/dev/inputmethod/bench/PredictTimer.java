package dev.inputmethod.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.sweep.Launcher;
import dev.inputmethod.sweep.TrialWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Types dialogues character by character, and times how long the candidates after each keystroke
 * take: segmenting, the network, the best five, and the way to the worker process and back. No
 * keystroke is left out; the worker's own warm-up, as at the prompt, is part of getting ready.
 *
 * <p>Arguments, {@code key=value}: trial (its directory), dialogues (a file to type), keystrokes,
 * pause (before each, in milliseconds), log (the worker's). Prints a JSON object.
 */
public final class PredictTimer {
  private static final int CANDIDATES = 5;

  private PredictTimer() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Arguments given = new Arguments(arguments);
    List<String> typed = typed(Path.of(given.text("dialogues")), given.number("keystrokes"));
    TrialDirectory trial = new TrialDirectory(Path.of(given.text("trial")));
    long pause = given.number("pause");
    long start = System.nanoTime();
    try (TrialWorker worker = TrialWorker.start(Launcher.ofThisClassPath())) {
      worker.open(trial);
      worker.warmUp(Clock.systemUTC());
      double ready = (System.nanoTime() - start) / 1e9;
      double[] millis = new double[typed.size()];
      for (int i = 0; i < millis.length; i++) {
        Thread.sleep(pause);
        long before = System.nanoTime();
        worker.continuations(typed.get(i), 1, CANDIDATES);
        millis[i] = (System.nanoTime() - before) / 1e6;
      }
      double first = millis[0];
      Arrays.sort(millis);
      System.out.println(
          String.format(
              Locale.ROOT,
              "{\"readySeconds\":%.3f,\"first\":%.3f,\"median\":%.3f,\"p95\":%.3f,\"greatest\":%.3f}",
              ready,
              first,
              percentile(millis, 0.5),
              percentile(millis, 0.95),
              percentile(millis, 1)));
    }
  }

  /** The least number that so large a share of them does not exceed. */
  private static double percentile(double[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  private static List<String> typed(Path dialogues, int keystrokes) throws IOException {
    JsonMapper json = new JsonMapper();
    List<String> typed = new ArrayList<>();
    for (String line : Files.readAllLines(dialogues)) {
      for (JsonNode utterance : json.readTree(line).get("dialog")) {
        String text = utterance.asText();
        for (int end = text.indexOf('：') + 2; end <= text.length(); end++) {
          if (typed.size() == keystrokes) {
            return typed;
          }
          typed.add(text.substring(text.indexOf('：') + 1, end));
        }
      }
    }
    return typed;
  }
}
