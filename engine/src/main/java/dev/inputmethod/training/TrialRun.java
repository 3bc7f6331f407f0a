package dev.inputmethod.training;

import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.model.Implementation;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.probe.Probes;
import dev.inputmethod.reports.gradient.Evidence;
import dev.inputmethod.reports.gradient.Judge;
import dev.inputmethod.reports.gradient.SummaryCollector;
import dev.inputmethod.reports.record.Best;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.KnownAnswer;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.Provenance;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.TrialSetup;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Task;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Takes a trial from its {@code config.json} to its {@code record.json}. */
public final class TrialRun {
  /** Examples that are probed: enough for a curve whose bootstrap interval is narrow. */
  private static final int PROBE_EXAMPLES = 256;

  private final TrialDirectory directory;
  private final TrialSetup setup;
  private final TrialConfig config;
  private final Optional<EncodedCorpus> corpus;
  private final Task task;
  private final Clock clock;

  /**
   * @param directory holds {@code config.json} only
   * @param corpus the trial's, encoded; there when words are learned, and only then
   */
  public TrialRun(TrialDirectory directory, Optional<EncodedCorpus> corpus, Clock clock) {
    this.directory = directory;
    this.setup = directory.readSetup();
    this.config = TrialConfig.of(setup.configuration(), directory.configuration().toString());
    this.corpus = corpus;
    this.task = Tasks.of(config, corpus);
    this.clock = clock;
  }

  /** What computes the network's steps. */
  public Implementation implementation() {
    return Implementation.of(config.model(), config.training());
  }

  /** Updates in all epochs. */
  public long steps() {
    return task.trainingBatches() * config.training().epochs();
  }

  public int epochs() {
    return config.training().epochs();
  }

  /**
   * Trains and evaluates; a loss that is no number ends the trial as failed, with its measurements
   * kept.
   *
   * @param provenance as far as it is known before
   */
  public void run(Provenance provenance, TrialListener listener) throws IOException {
    Instant start = clock.instant();
    if (corpus.isPresent()) {
      corpus.get().vocabulary().save(directory.vocabulary());
    }
    List<Batch> examples = task.probe(PROBE_EXAMPLES);
    Probes probes = new Probes(examples, config.model().hiddenSize());
    SummaryCollector gradient = new SummaryCollector(steps(examples), task.dependencyLength());
    try (TrialRecorder recorder =
            TrialRecorder.open(
                directory,
                setup,
                provenance.dataHash(),
                task.trainingBatches(),
                clock,
                gradient::add,
                listener);
        NextWordModel model =
            NextWordModel.initial(
                config.model(), config.training(), task.signature(), setup.seed())) {
      Trainer trainer = new Trainer(config, setup.seed(), task, probes, recorder);
      Outcome outcome = new Outcome.Completed();
      Map<String, Double> metrics = Map.of();
      try {
        trainer.train(model, directory.bestModel());
        metrics = metrics(best -> probe(best, probes, trainer.best(), recorder));
      } catch (DivergedException e) {
        outcome = new Outcome.Failed(e.reason());
      }
      double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
      recorder.finish(
          record(
              outcome,
              trainer.best(),
              metrics,
              gradient.summary(),
              provenance.in(model.kernels()).after(seconds)));
    }
  }

  /** Of an input that is probed. */
  private int steps(List<Batch> examples) {
    return examples.stream()
        .map(Batch::contextLength)
        .findFirst()
        .orElse(config.data().contextLength());
  }

  private void probe(
      NextWordModel model, Probes probes, Optional<Best> best, TrialRecorder recorder) {
    if (config.observe().reachEverySteps() > 0) {
      best.ifPresent(it -> probes.best(model, it.epoch(), it.step(), recorder::measured));
    }
  }

  /** Of the best model: every figure on validation and test, and the baselines'. */
  private Map<String, Double> metrics(Consumer<NextWordModel> probed) throws IOException {
    Map<String, Double> metrics = new TreeMap<>();
    try (NextWordModel best =
        NextWordModel.load(
            directory.bestModel(), config.model(), config.training(), task.signature())) {
      probed.accept(best);
      metrics.put("parameters", (double) best.parameterCount());
      put(metrics, "validation.", Evaluation.metrics(best, task.scores(), task.validation()));
      put(metrics, "test.", Evaluation.metrics(best, task.scores(), task.test()));
    }
    task.baselines().forEach((name, value) -> metrics.put("baseline." + name, value));
    return metrics;
  }

  private static void put(Map<String, Double> metrics, String prefix, Map<String, Double> figures) {
    figures.forEach((name, value) -> metrics.put(prefix + name, value));
  }

  /** How the best model did on a task whose answer is known. */
  private Optional<KnownAnswer> answer(Map<String, Double> metrics) {
    String error = "validation.meanSquaredError";
    boolean squared = metrics.containsKey(error);
    Double loss = metrics.get(squared ? error : "validation.crossEntropy");
    if (loss == null || task.memorylessLoss().isEmpty()) {
      return Optional.empty();
    }
    String name = squared ? "mean squared error" : "cross-entropy";
    return Optional.of(new KnownAnswer(name, loss, task.memorylessLoss().getAsDouble(), true));
  }

  private TrialRecord record(
      Outcome outcome,
      Optional<Best> best,
      Map<String, Double> metrics,
      GradientSummary gradient,
      Provenance provenance) {
    Evidence evidence =
        new Evidence(
            outcome instanceof Outcome.Failed failed
                ? Optional.of(failed.reason())
                : Optional.empty(),
            answer(metrics),
            Optional.empty());
    return new TrialRecord(
        TrialRecord.SCHEMA,
        setup.trial(),
        setup.experiment(),
        setup.configuration(),
        setup.seed(),
        outcome,
        best,
        metrics,
        corpus.map(read -> read.summary(config.data().contextLength())),
        Optional.of(gradient),
        Optional.of(new Judge(setup.thresholds()).judge(gradient, setup.configuration(), evidence)),
        provenance);
  }
}
