package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.Attention;
import dev.inputmethod.reports.record.Measurement.Epoch;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Measurement.Saturation;
import dev.inputmethod.reports.record.Measurement.Spectra;
import dev.inputmethod.reports.record.Measurement.Step;
import dev.inputmethod.reports.record.Metrics;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.reports.record.Outcome.Failed;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.TrialSetup;
import dev.inputmethod.reports.tensorboard.proto.HParamsPluginData;
import dev.inputmethod.reports.tensorboard.proto.SessionEndInfo;
import dev.inputmethod.reports.tensorboard.proto.SessionStartInfo;
import dev.inputmethod.reports.tensorboard.proto.Status;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shows a trial in TensorBoard while it trains: its event file, with scalars, histograms, the
 * configuration as text, and the trial as a session of the HParams page. Events reach the disk
 * every few seconds. It is not safe for use by several threads.
 */
public final class TrialEvents implements AutoCloseable {
  private final EventFile file;
  private long lastStep;
  private double best = Double.POSITIVE_INFINITY;

  /**
   * Starts the trial's event file afresh, deleting those of an unfinished attempt.
   *
   * @param group a name that trials share which differ only in their seed, such as one of the
   *     configuration: TensorBoard averages over them
   */
  public TrialEvents(TrialDirectory directory, TrialSetup setup, String group, Clock clock) {
    file = EventFile.start(directory.path(), clock);
    file.closeUnless(() -> writeStart(setup, group));
  }

  private void writeStart(TrialSetup setup, String group) {
    SessionStartInfo.Builder session =
        SessionStartInfo.newBuilder().setGroupName(group).setStartTimeSecs(file.now());
    // The seed is not a hyperparameter: repeats of a configuration must agree in all of them.
    HyperParameters.put(setup.configuration(), session);
    HParamsPluginData start = HParamsPluginData.newBuilder().setSessionStartInfo(session).build();
    file.write(
        0,
        Summary.newBuilder()
            .addValue(Values.hparams("_hparams_/session_start_info", start))
            .addValue(Values.text("configuration", table(setup))));
    file.flush();
  }

  private static String table(TrialSetup setup) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("trial", setup.trial());
    rows.put("experiment", setup.experiment());
    for (String path : setup.configuration().settings().keySet()) {
      rows.put(path, setup.configuration().text(path).orElse(""));
    }
    rows.put("seed", Long.toString(setup.seed()));
    return Markdown.table("setting", "value", rows);
  }

  /**
   * Shows a measurement as scalars. Those of the best epoch go back to an earlier step, and are
   * left to {@link #finished}.
   */
  public void measured(Measurement measurement) {
    Summary.Builder summary = Summary.newBuilder();
    if (measurement instanceof Step step) {
      Scalars.of(step, summary);
    } else if (measurement instanceof Reach reach && reach.moment() != Moment.BEST) {
      Scalars.of(reach, summary);
    } else if (measurement instanceof Spectra spectra && spectra.moment() != Moment.BEST) {
      Scalars.of(spectra, summary);
    } else if (measurement instanceof Saturation shares && shares.moment() != Moment.BEST) {
      Scalars.of(shares, summary);
    } else if (measurement instanceof Attention seen && seen.moment() != Moment.BEST) {
      Scalars.of(seen, summary);
    } else if (measurement instanceof Epoch epoch) {
      Scalars.of(epoch, summary);
      addBest(epoch, summary);
    }
    lastStep = Math.max(lastStep, measurement.step());
    if (summary.getValueCount() > 0) {
      file.write(measurement.step(), summary);
    }
  }

  /** HParams shows a metric's last value: the best so far has a tag of its own. */
  private void addBest(Epoch epoch, Summary.Builder summary) {
    // False for NaN.
    if (epoch.validationLoss() < best) {
      best = epoch.validationLoss();
    }
    if (Double.isFinite(best)) {
      summary.addValue(Values.scalar(Tags.ofMetric(Metrics.validation(epoch.lossMetric())), best));
    }
  }

  /**
   * Shows how values spread, under the tag {@code histogram/<name>}: a tag has one kind of value,
   * and those without the prefix are norms.
   *
   * @param name such as {@code parameter/embedding.weight} or {@code gradient/embedding.weight}
   */
  public void histogram(String name, long step, Histogram histogram) {
    file.write(
        step, Summary.newBuilder().addValue(Values.histogram("histogram/" + name, histogram)));
  }

  /**
   * Shows the metrics of the finished trial and ends its session, as failed with the reason why.
   */
  public void finished(TrialRecord record) {
    Summary.Builder summary = Summary.newBuilder();
    record
        .metrics()
        .forEach((name, value) -> summary.addValue(Values.scalar(Tags.ofMetric(name), value)));
    record.gradient().ifPresent(gradient -> Scalars.of(gradient, summary));
    record
        .verdict()
        .ifPresent(
            it ->
                summary.addValue(Values.text("verdict", Markdown.verdict(it.kind().words(), it))));
    Status status = Status.STATUS_SUCCESS;
    if (record.outcome() instanceof Failed failed) {
      status = Status.STATUS_FAILURE;
      summary.addValue(Values.text("failure", Markdown.escape(failed.reason())));
    }
    SessionEndInfo session =
        SessionEndInfo.newBuilder().setStatus(status).setEndTimeSecs(file.now()).build();
    HParamsPluginData end = HParamsPluginData.newBuilder().setSessionEndInfo(session).build();
    file.write(lastStep, summary.addValue(Values.hparams("_hparams_/session_end_info", end)));
    file.flush();
  }

  @Override
  public void close() {
    file.close();
  }
}
