package dev.inputmethod.training;

import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.model.Implementation;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.probe.Probes;
import dev.inputmethod.reports.gradient.SummaryCollector;
import dev.inputmethod.reports.record.Best;
import dev.inputmethod.reports.record.GradientSummary;
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
   * @param directory holds {@code config.json} and nothing else
   * @param corpus the trial's, encoded; present if words are learned, and only then
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

  /** Steps in all epochs together. */
  public long steps() {
    return task.trainingBatches() * config.training().epochs();
  }

  public int epochs() {
    return config.training().epochs();
  }

  /**
   * Trains, then probes and evaluates the best model, and writes the record. If a loss is not a
   * finite number, the record says that the trial failed; its measurements are kept.
   *
   * @param provenance as far as it is known before the trial
   */
  public void run(Provenance provenance, TrialListener listener) throws IOException {
    Instant start = clock.instant();
    if (corpus.isPresent()) {
      corpus.get().vocabulary().save(directory.vocabulary());
    }
    List<Batch> examples = task.probe(PROBE_EXAMPLES);
    Probes probes = new Probes(examples, config.model().hiddenSize());
    SummaryCollector gradient =
        new SummaryCollector(contextLength(examples), task.dependencyLength());
    try (TrialRecorder recorder = recorder(provenance.dataHash(), gradient, listener)) {
      Trained trained = train(probes, recorder);
      Map<String, Double> metrics = Map.of();
      if (trained.outcome() instanceof Outcome.Completed) {
        metrics = probeAndEvaluate(trained.best().orElseThrow(), probes, recorder);
      }
      double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
      Provenance whole = provenance.in(trained.kernels()).after(seconds);
      recorder.finish(record(trained, metrics, gradient.summary(), whole));
    }
  }

  /** How many steps the probed inputs have. */
  private int contextLength(List<Batch> examples) {
    return examples.stream()
        .map(Batch::contextLength)
        .findFirst()
        .orElse(config.data().contextLength());
  }

  private TrialRecorder recorder(
      String dataHash, SummaryCollector gradient, TrialListener listener) {
    return TrialRecorder.open(
        directory, setup, dataHash, task.trainingBatches(), clock, gradient::add, listener);
  }

  /**
   * How training ended.
   *
   * @param kernels what computed the network's steps
   */
  private record Trained(Outcome outcome, Optional<Best> best, String kernels) {}

  private Trained train(Probes probes, TrialListener listener) {
    Trainer trainer = new Trainer(config, setup.seed(), task, probes, listener);
    try (NextWordModel model =
        NextWordModel.initial(config.model(), config.training(), task.signature(), setup.seed())) {
      Outcome outcome = trainer.train(model, directory.bestModel());
      return new Trained(outcome, trainer.best(), model.kernels());
    }
  }

  /** Returns the metrics of the best epoch's model, and those of the baselines. */
  private Map<String, Double> probeAndEvaluate(Best best, Probes probes, TrialListener listener)
      throws IOException {
    Map<String, Double> metrics = new TreeMap<>();
    try (NextWordModel model =
        NextWordModel.load(
            directory.bestModel(), config.model(), config.training(), task.signature())) {
      if (config.observe().reachEverySteps() > 0) {
        probes.best(model, best.epoch(), best.step(), listener::measured);
      }
      metrics.put("parameters", (double) model.parameterCount());
      put(metrics, "validation.", Evaluation.metrics(model, task.scorer(), task.validation()));
      put(metrics, "test.", Evaluation.metrics(model, task.scorer(), task.test()));
    }
    put(metrics, "baseline.", task.baselines());
    return metrics;
  }

  private static void put(Map<String, Double> metrics, String prefix, Map<String, Double> figures) {
    figures.forEach((name, value) -> metrics.put(prefix + name, value));
  }

  private TrialRecord record(
      Trained trained,
      Map<String, Double> metrics,
      GradientSummary gradient,
      Provenance provenance) {
    return new TrialRecord(
        TrialRecord.SCHEMA,
        setup.trial(),
        setup.experiment(),
        setup.configuration(),
        setup.seed(),
        trained.outcome(),
        trained.best(),
        metrics,
        corpus.map(read -> read.summary(config.data().contextLength())),
        Optional.of(gradient),
        Optional.of(new OwnVerdict(setup, task).of(trained.outcome(), metrics, gradient)),
        provenance);
  }
}
