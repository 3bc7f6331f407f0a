package dev.inputmethod.engine;

import dev.inputmethod.corpus.DataHash;
import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.problem.Mistakes;
import dev.inputmethod.reports.record.OutputDirectory;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.sweep.Launcher;
import dev.inputmethod.sweep.TrialWorker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Evaluates and predicts with finished trials, each in its own worker process. */
final class TrialService {
  private final Launcher launcher;
  private final WorkingDirectories directories;

  TrialService(Launcher launcher, WorkingDirectories directories) {
    this.launcher = launcher;
    this.directories = directories;
  }

  Evaluated evaluate(EvaluateRequest request) {
    FilePatterns patterns = new FilePatterns(directories.base());
    Mistakes mistakes = new Mistakes();
    List<Path> files =
        mistakes
            .of(() -> patterns.expand(request.dialogues(), "inputmethod.dialogues"))
            .orElse(List.of())
            .stream()
            .map(patterns::resolve)
            .toList();
    Optional<TrialDirectory> found =
        mistakes.of(() -> new TrialFinder(directories).find(request.trial()));
    mistakes.throwIfAny();
    TrialDirectory trial = found.orElseThrow();
    Optional<Path> corpus = trainingCorpus(trial);
    try (TrialWorker worker = TrialWorker.start(launcher)) {
      Map<String, Double> metrics =
          worker.evaluate(
              trial, files, new OutputDirectory(directories.output()).corpora(), corpus);
      return new Evaluated(
          trial.name(),
          metrics,
          EvaluationFile.write(trial, files, metrics),
          notes(trial, files, corpus));
    }
  }

  private static List<String> notes(TrialDirectory trial, List<Path> files, Optional<Path> corpus) {
    List<String> notes = new ArrayList<>();
    if (trial.readRecord().provenance().dataHash().equals(DataHash.of(files))) {
      notes.add(
          "these dialogues are the trial's own training corpus, so the figures say nothing about"
              + " unseen dialogues");
    }
    if (corpus.isEmpty()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "no baselines: the corpus that the trial was trained on is no longer in %s; run its"
                  + " experiment again to recreate it (finished trials are not repeated)",
              trial.output().corpora()));
    }
    return notes;
  }

  private static Optional<Path> trainingCorpus(TrialDirectory trial) {
    TrialRecord record = trial.readRecord();
    TrialConfig config = TrialConfig.of(record.configuration(), trial.record().toString());
    return Corpora.find(trial.output(), config.data(), record.provenance().dataHash());
  }

  Predictor predict(PredictRequest request) {
    TrialDirectory trial = new TrialFinder(directories).find(request.trial());
    TrialWorker worker = TrialWorker.start(launcher);
    try {
      worker.open(trial);
      return new WorkerPredictor(trial.name(), worker);
    } catch (RuntimeException e) {
      worker.close();
      throw e;
    }
  }
}
