package dev.inputmethod.training;

import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.model.StepObserver;
import dev.inputmethod.probe.HistogramProbe;
import dev.inputmethod.probe.NormProbe;
import dev.inputmethod.probe.Probes;
import dev.inputmethod.reports.record.Best;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.SeedStreams;
import dev.inputmethod.task.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trains one configuration with one seed. */
final class Trainer {
  private final TrialConfig config;
  private final long seed;
  private final Task task;
  private final Probes probes;
  private final TrialListener listener;
  private final NormProbe norms = new NormProbe();
  private final HistogramProbe histograms = new HistogramProbe();

  private long step;
  private double lowest = Double.POSITIVE_INFINITY;
  private Optional<Best> best = Optional.empty();

  Trainer(TrialConfig config, long seed, Task task, Probes probes, TrialListener listener) {
    this.config = config;
    this.seed = seed;
    this.task = task;
    this.probes = probes;
    this.listener = listener;
  }

  /** The epoch with the lowest validation loss so far; empty before the first one ends. */
  Optional<Best> best() {
    return best;
  }

  /**
   * Trains for all epochs, or until a loss is not a finite number. Saves the model of the best
   * epoch so far to {@code bestModel}.
   */
  Outcome train(NextWordModel model, Path bestModel) {
    try {
      trainAllEpochs(model, bestModel);
      return new Outcome.Completed();
    } catch (DivergedException e) {
      return new Outcome.Failed(e.reason());
    }
  }

  private void trainAllEpochs(NextWordModel model, Path bestModel) throws DivergedException {
    boolean probed = config.observe().reachEverySteps() > 0;
    if (probed) {
      probes.initial(model, listener::measured);
    }
    for (int epoch = 1; epoch <= config.training().epochs(); epoch++) {
      model.seedDropout(SeedStreams.derive(seed, SeedStreams.DROPOUT, epoch));
      double loss = trainingPass(model, epoch);
      double validation = Evaluation.loss(model, task, task.validation());
      requireFinite("validation", validation, epoch);
      listener.measured(new Measurement.Epoch(epoch, step, loss, validation, task.lossMetric()));
      if (probed) {
        probes.epochEnd(model, epoch, step, listener::measured);
      }
      if (validation < lowest) {
        lowest = validation;
        best = Optional.of(new Best(epoch, step));
        model.save(bestModel);
      }
    }
  }

  /**
   * Makes one pass over the training batches. Returns the mean of the steps' losses, weighted by
   * their targets.
   */
  private double trainingPass(NextWordModel model, int epoch) throws DivergedException {
    double sum = 0;
    long targets = 0;
    LookAhead batches = new LookAhead(task.training(seed, epoch));
    while (batches.hasNext()) {
      Batch batch = batches.next();
      boolean lastUpdate = batch.targetCount() > 0 && !batches.hasTargetAhead();
      double loss = step(model, batch, epoch, lastUpdate);
      sum += loss * batch.targetCount();
      targets += batch.targetCount();
    }
    return sum / targets;
  }

  private double step(NextWordModel model, Batch batch, int epoch, boolean lastUpdate)
      throws DivergedException {
    step++;
    List<StepObserver> due = observers(batch, epoch, lastUpdate);
    double loss = due.isEmpty() ? model.step(batch) : model.step(batch, StepObserver.all(due));
    model.clipped().ifPresent(norms::clipped);
    if (due.contains(histograms)) {
      listener.histograms(step, histograms.parameters(), histograms.gradients());
    }
    if (due.contains(norms)) {
      listener.measured(norms.measurement(epoch, step, loss));
    }
    requireFinite("training", loss, epoch);
    listener.stepped(epoch, step, loss, batch.targetCount());
    if (isDue(config.observe().reachEverySteps())) {
      probes.interval(model, epoch, step, listener::measured);
    }
    return loss;
  }

  /** What looks into a step: nothing if the batch has no target and so makes no update. */
  private List<StepObserver> observers(Batch batch, int epoch, boolean lastUpdate) {
    List<StepObserver> due = new ArrayList<>();
    if (batch.targetCount() == 0) {
      return due;
    }
    if (lastUpdate && isHistogramEpoch(epoch)) {
      due.add(histograms);
    }
    if (isDue(config.observe().everySteps())) {
      due.add(norms);
    }
    return due;
  }

  private boolean isDue(int every) {
    return every > 0 && step % every == 0;
  }

  private boolean isHistogramEpoch(int epoch) {
    int every = config.observe().histogramsEveryEpochs();
    return every > 0 && epoch % every == 0;
  }

  private void requireFinite(String split, double loss, int epoch) throws DivergedException {
    if (!Double.isFinite(loss)) {
      throw new DivergedException(split, epoch, step, loss);
    }
  }
}
