package dev.inputmethod.sweep;

import dev.inputmethod.corpus.Baselines;
import dev.inputmethod.corpus.CorpusCache;
import dev.inputmethod.corpus.CorpusListener;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.corpus.EncodedDialogues;
import dev.inputmethod.corpus.Segmenter;
import dev.inputmethod.corpus.Vocabulary;
import dev.inputmethod.experiment.OnBadLine;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.model.BeamSearch;
import dev.inputmethod.model.Candidate;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.model.WordProbabilities;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.reports.record.DataSummary;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.task.NextWordScores;
import dev.inputmethod.task.NextWordTask;
import dev.inputmethod.task.Prefix;
import dev.inputmethod.training.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A finished trial's best model with its vocabulary: scores dialogues, continues what is typed. */
final class TrialModel {
  private final TrialConfig config;
  private final Vocabulary vocabulary;
  private final Path model;

  private TrialModel(TrialConfig config, Vocabulary vocabulary, Path model) {
    this.config = config;
    this.vocabulary = vocabulary;
    this.model = model;
  }

  static TrialModel load(TrialDirectory directory) throws IOException {
    TrialRecord record = directory.readRecord();
    TrialConfig config = TrialConfig.of(record.configuration(), directory.record().toString());
    return new TrialModel(config, vocabulary(directory, record), directory.bestModel());
  }

  private static Vocabulary vocabulary(TrialDirectory directory, TrialRecord record) {
    Vocabulary vocabulary = Vocabulary.load(directory.vocabulary());
    Optional<DataSummary> learned = record.data();
    if (learned.map(it -> it.vocabularySize() != vocabulary.size()).orElse(false)) {
      throw damaged(
          directory,
          String.format(
              Locale.ROOT,
              "contains %d words, but the trial was trained with %d",
              vocabulary.size(),
              learned.orElseThrow().vocabularySize()));
    }
    String hash = vocabulary.hash();
    if (!learned.flatMap(DataSummary::vocabularyHash).orElse(hash).equals(hash)) {
      throw damaged(
          directory, "contains other words than the trial was trained with, or another order");
    }
    return vocabulary;
  }

  private static InvalidInputException damaged(TrialDirectory directory, String what) {
    return new InvalidInputException(
        new Problem(
            directory.vocabulary().toString(),
            "damaged: it " + what + "; delete the trial's directory to run it again"));
  }

  /**
   * Scores every target of the dialogues.
   *
   * @param cache holds encoded dialogues
   * @param corpus directory of the corpus that the trial learned from, which the baselines count
   */
  WorkerEvent.Evaluated evaluate(List<Path> dialogues, Path cache, Optional<Path> corpus)
      throws IOException {
    EncodedDialogues encoded =
        new CorpusCache(cache)
            .encode(
                dialogues,
                vocabulary,
                config.data().onBadLine() == OnBadLine.SKIP,
                CorpusListener.SILENT);
    Map<String, Double> metrics = metrics(encoded);
    corpus
        .map(EncodedCorpus::open)
        .map(counted -> Baselines.of(counted, encoded))
        .ifPresent(
            baselines ->
                baselines
                    .metrics()
                    .forEach((name, value) -> metrics.put("baseline." + name, value)));
    return new WorkerEvent.Evaluated(metrics);
  }

  private Map<String, Double> metrics(EncodedDialogues encoded) throws IOException {
    try (NextWordModel loaded =
        NextWordModel.load(model, config.model(), config.training(), vocabulary.size())) {
      return Evaluation.metrics(
          loaded,
          new NextWordScores(vocabulary),
          NextWordTask.inOrder(
              encoded.windows(), config.data().contextLength(), config.training().batchSize()));
    }
  }

  /**
   * Gets ready to continue what is typed, which takes HanLP's dictionaries. The model lives as long
   * as the worker.
   */
  Continuation continuation() throws IOException {
    WordProbabilities loaded =
        WordProbabilities.load(model, config.model(), config.training(), vocabulary.size());
    Prefix prefix = new Prefix(Segmenter.load(), vocabulary, config.data().contextLength());
    BeamSearch search = new BeamSearch(loaded, prefix, vocabulary.specials());
    return (typed, words, beam) -> offered(search.search(prefix.ids(typed), words, beam));
  }

  private WorkerEvent.Offered offered(List<Candidate> candidates) {
    List<String> texts = new ArrayList<>();
    List<Double> probabilities = new ArrayList<>();
    for (Candidate candidate : candidates) {
      StringBuilder text = new StringBuilder();
      candidate.words().forEach(id -> text.append(vocabulary.word(id)));
      texts.add(text.toString());
      probabilities.add(Math.exp(candidate.logProbability()));
    }
    return new WorkerEvent.Offered(texts, probabilities);
  }

  /** Continues what is typed. */
  interface Continuation {
    WorkerEvent.Offered of(String typed, int words, int beam);
  }
}
