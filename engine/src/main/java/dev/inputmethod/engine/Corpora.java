package dev.inputmethod.engine;

import dev.inputmethod.corpus.Baselines;
import dev.inputmethod.corpus.ContextScope;
import dev.inputmethod.corpus.CorpusCache;
import dev.inputmethod.corpus.CorpusListener;
import dev.inputmethod.corpus.CorpusSettings;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.corpus.EncodingSettings;
import dev.inputmethod.corpus.SplitShares;
import dev.inputmethod.experiment.ContextWithin;
import dev.inputmethod.experiment.DataSettings;
import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.experiment.OnBadLine;
import dev.inputmethod.experiment.SplitSettings;
import dev.inputmethod.reports.record.OutputDirectory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prepares the corpora of configurations, each of them once. */
final class Corpora {
  private final FilePatterns patterns;
  private final CorpusCache cache;
  private final RunListener listener;
  private final Map<DataSettings, EncodedCorpus> asked = new HashMap<>();
  private final Map<CorpusSettings, EncodedCorpus> prepared = new HashMap<>();

  Corpora(Path base, OutputDirectory output, RunListener listener) {
    this.patterns = new FilePatterns(base);
    this.cache = new CorpusCache(output.corpora());
    this.listener = listener;
  }

  /**
   * Returns the corpus for these settings.
   *
   * @throws dev.inputmethod.problem.InvalidInputException if its files are missing or malformed
   */
  EncodedCorpus prepare(DataSettings data) {
    return asked.computeIfAbsent(data, this::found);
  }

  /** Settings that differ only in the context length share a corpus. */
  private EncodedCorpus found(DataSettings data) {
    List<Path> files =
        patterns.expand(data.dialogues(), "data.dialogues").stream()
            .map(patterns::resolve)
            .toList();
    return prepared.computeIfAbsent(new CorpusSettings(files, encoding(data)), this::prepare);
  }

  /**
   * Finds the directory of a corpus that was prepared earlier; empty if it is no longer in the
   * cache.
   *
   * @param output the directory with the trial's experiment and the corpora
   * @param dataHash the hash of the dialogues that the trial was trained on
   */
  static Optional<Path> find(OutputDirectory output, DataSettings data, String dataHash) {
    return new CorpusCache(output.corpora()).find(encoding(data), dataHash);
  }

  private EncodedCorpus prepare(CorpusSettings settings) {
    CorpusListener reading =
        new CorpusListener() {
          @Override
          public void read(long dialogues, long bytes, long totalBytes) {
            listener.corpusRead(bytes, totalBytes);
          }
        };
    EncodedCorpus corpus = cache.prepare(settings, reading);
    if (corpus.skippedLines() > 0) {
      listener.note(
          "malformed lines skipped in "
              + FilePatterns.shown(settings.files().get(0))
              + (settings.files().size() > 1 ? " and the other dialogues" : "")
              + ", as data.onBadLine says: "
              + corpus.skippedLines());
    }
    Baselines.of(corpus); // Computed here once rather than by each worker.
    return corpus;
  }

  private static EncodingSettings encoding(DataSettings data) {
    SplitSettings split = data.split();
    return new EncodingSettings(
        data.contextWithin() == ContextWithin.DIALOGUE
            ? ContextScope.DIALOGUE
            : ContextScope.UTTERANCE,
        data.minCount(),
        data.maxVocabulary(),
        data.onBadLine() == OnBadLine.SKIP,
        new SplitShares(split.train(), split.validation(), split.test(), split.seed()));
  }
}
