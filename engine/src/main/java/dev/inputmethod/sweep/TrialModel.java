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
import dev.inputmethod.task.NextWordScorer;
import dev.inputmethod.task.NextWordTask;
import dev.inputmethod.task.Prefix;
import dev.inputmethod.task.Signature;
import dev.inputmethod.training.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A finished trial's best model and vocabulary: evaluates dialogues and continues texts. */
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
   * Evaluates the model on every target of the dialogues.
   *
   * @param cache the directory for encoded dialogues
   * @param corpus the directory of the corpus that the trial was trained on, for the baselines
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
        NextWordModel.load(
            model, config.model(), config.training(), Signature.ofWords(vocabulary.size()))) {
      return Evaluation.metrics(
          loaded,
          new NextWordScorer(vocabulary),
          NextWordTask.inOrder(
              encoded.windows(), config.data().contextLength(), config.training().batchSize()));
    }
  }

  /**
   * Loads the model and HanLP's dictionaries for predictions. The model is never closed, as it
   * lives as long as the worker.
   */
  Continuation continuation() throws IOException {
    WordProbabilities loaded =
        WordProbabilities.load(model, config.model(), config.training(), vocabulary.size());
    Prefix prefix = new Prefix(Segmenter.load(), vocabulary, config.data().contextLength());
    BeamSearch search = new BeamSearch(loaded, prefix, vocabulary.specials());
    return (typed, words, beam) ->
        search.search(prefix.ids(typed), words, beam).stream().map(this::suggestion).toList();
  }

  private Suggestion suggestion(Candidate candidate) {
    StringBuilder text = new StringBuilder();
    candidate.words().forEach(id -> text.append(vocabulary.word(id)));
    return new Suggestion(text.toString(), Math.exp(candidate.logProbability()));
  }

  /** Predicts continuations of a text. */
  interface Continuation {
    List<Suggestion> of(String typed, int words, int beam);
  }
}
