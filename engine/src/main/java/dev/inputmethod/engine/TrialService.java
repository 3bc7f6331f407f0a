package dev.inputmethod.engine;

import dev.inputmethod.experiment.FilePatterns;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.sweep.Launcher;
import dev.inputmethod.sweep.TrialWorker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a finished trial to use, in a worker process of its own. */
final class TrialService {
  private final Launcher launcher;
  private final Workplace workplace;

  TrialService(Launcher launcher, Workplace workplace) {
    this.launcher = launcher;
    this.workplace = workplace;
  }

  Evaluated evaluate(EvaluateRequest request) {
    FilePatterns patterns = new FilePatterns(workplace.base());
    List<Path> files = new ArrayList<>();
    for (Path file : patterns.expand(request.dialogues(), "inputmethod.dialogues")) {
      files.add(patterns.resolve(file));
    }
    TrialDirectory trial = new TrialFinder(workplace).find(request.trial());
    try (TrialWorker worker = start()) {
      Map<String, Double> metrics =
          worker.evaluate(trial, files, workplace.output().resolve(Corpora.CACHE));
      return new Evaluated(trial.name(), metrics, EvaluationFile.write(trial, files, metrics));
    }
  }

  Predictor predict(PredictRequest request) {
    TrialDirectory trial = new TrialFinder(workplace).find(request.trial());
    TrialWorker worker = start();
    try {
      worker.open(trial);
      return new WorkerPredictor(trial.name(), worker);
    } catch (RuntimeException e) {
      worker.close();
      throw e;
    }
  }

  private TrialWorker start() {
    return TrialWorker.start(launcher, workplace.output().resolve("worker-1.log"));
  }
}
