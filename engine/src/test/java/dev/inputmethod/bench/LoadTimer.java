package dev.inputmethod.bench;

import dev.inputmethod.corpus.Vocabulary;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.model.WordProbabilities;
import dev.inputmethod.reports.record.TrialDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Times how long a finished trial's model takes to load for typing, in a JVM that has done nothing
 * yet: its settings, its vocabulary, its parameters. The argument is {@code trial=} its directory;
 * prints a JSON object.
 */
public final class LoadTimer {
  private LoadTimer() {}

  public static void main(String[] arguments) throws IOException {
    TrialDirectory trial = new TrialDirectory(Path.of(new Arguments(arguments).text("trial")));
    long start = System.nanoTime();
    TrialConfig config =
        TrialConfig.of(trial.readRecord().configuration(), trial.record().toString());
    int words = Vocabulary.load(trial.vocabulary()).size();
    try (WordProbabilities model =
        WordProbabilities.load(trial.bestModel(), config.model(), config.training(), words)) {
      System.out.println(
          String.format(
              Locale.ROOT,
              "{\"vocabulary\":%d,\"seconds\":%.3f}",
              model.vocabularySize(),
              (System.nanoTime() - start) / 1e9));
    }
  }
}
