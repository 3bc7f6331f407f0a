package dev.inputmethod.sweep;

import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.TrialRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reports the trials' progress, and writes a record of failure for each trial whose worker crashed
 * before it could write one.
 */
final class Bookkeeping implements WorkerPool.Listener {
  private final ProvenanceFactory provenances;
  private final SweepListener listener;
  private final Map<String, Instant> started = new HashMap<>();

  Bookkeeping(ProvenanceFactory provenances, SweepListener listener) {
    this.provenances = provenances;
    this.listener = listener;
  }

  @Override
  public void started(PlannedTrial trial) {
    started.put(trial.name(), provenances.clock().instant());
  }

  @Override
  public void progressed(PlannedTrial trial, WorkerEvent.Progressed progress) {
    listener.trialProgressed(
        new SweepListener.Progress(
            trial.name(),
            progress.epoch(),
            progress.epochs(),
            progress.step(),
            progress.steps(),
            progress.trainingLoss()));
  }

  @Override
  public void trained(PlannedTrial trial) {
    started.remove(trial.name());
    listener.trialFinished(trial.directory().readRecord());
  }

  @Override
  public void crashed(PlannedTrial trial, String reason) {
    Instant start = Optional.ofNullable(started.remove(trial.name())).orElseThrow();
    TrialRecord record =
        new TrialRecord(
            TrialRecord.SCHEMA,
            trial.name(),
            trial.experiment(),
            trial.config().canonical(),
            trial.seed(),
            new Outcome.Failed(reason),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            provenances
                .create(trial.implementation(), trial.dataHash(), start)
                .after(Duration.between(start, provenances.clock().instant()).toMillis() / 1000.0));
    trial.directory().write(record);
    listener.trialFinished(record);
  }
}
