package dev.inputmethod.bench;

import dev.inputmethod.corpus.ContextScope;
import dev.inputmethod.corpus.CorpusCache;
import dev.inputmethod.corpus.CorpusListener;
import dev.inputmethod.corpus.CorpusSettings;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.corpus.SplitShares;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.NextWordTask;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Times how dialogues become batches, with the default settings.
 *
 * <p>Arguments, {@code key=value}: dialogues (a file), cache (a directory), windows (1 to walk
 * through every window once, 0 not to). Prints a JSON object.
 */
public final class CorpusTimer {
  private CorpusTimer() {}

  public static void main(String[] arguments) {
    Arguments given = new Arguments(arguments);
    long start = System.nanoTime();
    EncodedCorpus corpus =
        new CorpusCache(Path.of(given.text("cache")))
            .prepare(
                new CorpusSettings(
                    List.of(Path.of(given.text("dialogues"))),
                    ContextScope.UTTERANCE,
                    2,
                    20_000,
                    false,
                    new SplitShares(0.8, 0.1, 0.1, 42)),
                CorpusListener.SILENT);
    long prepared = System.nanoTime();
    long windows = given.number("windows") == 1 ? walk(corpus) : 0;
    System.out.println(
        String.format(
            Locale.ROOT,
            "{\"vocabulary\":%d,\"windows\":%d,\"prepareSeconds\":%.3f,\"windowSeconds\":%.3f}",
            corpus.vocabulary().size(),
            windows,
            (prepared - start) / 1e9,
            (System.nanoTime() - prepared) / 1e9));
  }

  /** As an epoch of training, a validation and a test do. */
  private static long walk(EncodedCorpus corpus) {
    NextWordTask task = new NextWordTask(corpus, 5, 64);
    long windows = 0;
    for (Iterable<Batch> split : List.of(task.training(1, 1), task.validation(), task.test())) {
      for (Batch batch : split) {
        windows += batch.size();
      }
    }
    return windows;
  }
}
