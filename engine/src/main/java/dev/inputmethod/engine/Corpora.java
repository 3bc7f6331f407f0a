package dev.inputmethod.engine;

import dev.inputmethod.corpus.Baselines;
import dev.inputmethod.corpus.ContextScope;
import dev.inputmethod.corpus.CorpusCache;
import dev.inputmethod.corpus.CorpusListener;
import dev.inputmethod.corpus.CorpusSettings;
import dev.inputmethod.corpus.EncodedCorpus;
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

/** Prepares the corpora that configurations ask for, each once. */
final class Corpora {
  private final FilePatterns patterns;
  private final CorpusCache cache;
  private final CorpusListener listener;
  private final Map<DataSettings, EncodedCorpus> asked = new HashMap<>();
  private final Map<CorpusSettings, EncodedCorpus> prepared = new HashMap<>();

  Corpora(Path base, OutputDirectory output, RunListener listener) {
    this.patterns = new FilePatterns(base);
    this.cache = new CorpusCache(output.corpora());
    this.listener =
        new CorpusListener() {
          @Override
          public void read(long dialogues, long bytes, long totalBytes) {
            listener.corpusRead(bytes, totalBytes);
          }
        };
  }

  /**
   * The corpus of these settings.
   *
   * @throws dev.inputmethod.problem.InvalidInputException when its files are missing or malformed
   */
  EncodedCorpus prepare(DataSettings data) {
    return asked.computeIfAbsent(data, this::found);
  }

  /** Data settings that differ in how they are cut into windows alone share a corpus. */
  private EncodedCorpus found(DataSettings data) {
    List<Path> files =
        patterns.expand(data.dialogues(), "data.dialogues").stream()
            .map(patterns::resolve)
            .toList();
    return prepared.computeIfAbsent(settings(data, files), this::prepare);
  }

  /**
   * The directory of a corpus that was prepared earlier, if it is still there.
   *
   * @param output the directory that holds the trial's experiment and the corpora
   * @param dataHash of the dialogues that the trial learned from
   */
  static Optional<Path> find(OutputDirectory output, DataSettings data, String dataHash) {
    return new CorpusCache(output.corpora()).find(settings(data, List.of()), dataHash);
  }

  private EncodedCorpus prepare(CorpusSettings settings) {
    EncodedCorpus corpus = cache.prepare(settings, listener);
    Baselines.of(corpus); // Counted once, here, so that no worker has to.
    return corpus;
  }

  private static CorpusSettings settings(DataSettings data, List<Path> files) {
    SplitSettings split = data.split();
    return new CorpusSettings(
        files,
        data.contextWithin() == ContextWithin.DIALOGUE
            ? ContextScope.DIALOGUE
            : ContextScope.UTTERANCE,
        data.minCount(),
        data.maxVocabulary(),
        data.onBadLine() == OnBadLine.SKIP,
        new SplitShares(split.train(), split.validation(), split.test(), split.seed()));
  }
}
