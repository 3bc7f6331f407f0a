package dev.inputmethod.engine;

import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.experiment.Experiment;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.problem.Mistakes;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.OutputDirectory;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.sweep.PlannedTrial;
import dev.inputmethod.sweep.TrialName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prepares experiments to run, so that every mistake is found before the first trial starts. */
final class Planner {
  private final WorkingDirectories directories;
  private final OutputDirectory output;

  Planner(WorkingDirectories directories) {
    this.directories = directories;
    this.output = new OutputDirectory(directories.output());
  }

  /**
   * Prepares the corpora of the experiments, and names their trials.
   *
   * @throws dev.inputmethod.problem.InvalidInputException with every problem in every corpus
   */
  List<PlannedExperiment> plan(List<Experiment> experiments, RunListener listener) {
    Corpora corpora = new Corpora(directories.base(), output, listener);
    List<PlannedExperiment> planned = new ArrayList<>();
    Mistakes mistakes = new Mistakes();
    for (Experiment experiment : experiments) {
      mistakes.of(() -> plan(experiment, corpora)).ifPresent(planned::add);
    }
    mistakes.throwIfAny();
    return planned;
  }

  private PlannedExperiment plan(Experiment experiment, Corpora corpora) {
    ExperimentDirectory directory = output.experiment(experiment.name());
    List<PlannedTrial> trials = new ArrayList<>();
    for (long seed : experiment.seeds()) {
      for (TrialConfig config : experiment.searchSpace().configurations()) {
        Optional<EncodedCorpus> corpus =
            config.task().isNextWord()
                ? Optional.of(corpora.prepare(config.data()))
                : Optional.empty();
        String dataHash = corpus.map(EncodedCorpus::dataHash).orElse("");
        TrialDirectory trial = directory.trial(TrialName.of(config, seed, dataHash));
        trials.add(
            new PlannedTrial(
                experiment.name(),
                config,
                seed,
                dataHash,
                corpus.map(EncodedCorpus::directory),
                trial,
                experiment.thresholds()));
      }
    }
    return new PlannedExperiment(experiment, directory, trials);
  }
}
