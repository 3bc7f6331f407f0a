package dev.inputmethod.reports.tensorboard;

import dev.inputmethod.reports.comparison.DifferingSettings;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.Metrics;
import dev.inputmethod.reports.tensorboard.proto.DatasetType;
import dev.inputmethod.reports.tensorboard.proto.Experiment;
import dev.inputmethod.reports.tensorboard.proto.HParamsPluginData;
import dev.inputmethod.reports.tensorboard.proto.MetricInfo;
import dev.inputmethod.reports.tensorboard.proto.MetricName;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Declares to TensorBoard what an experiment varies, its metrics, and the charts to show. */
public final class ExperimentEvents {
  private static final String TAG = "_hparams_/experiment";

  private ExperimentEvents() {}

  /**
   * Writes an event file to the experiment's directory, in place of an earlier one: TensorBoard
   * takes the first it finds under its log directory.
   *
   * @param configurations all that are planned
   * @param metrics those of a record that get a column, such as {@code test.perplexity}
   */
  public static void write(
      ExperimentDirectory directory,
      ExperimentRecord record,
      Collection<Configuration> configurations,
      List<String> metrics,
      Clock clock) {
    try (EventFile file = EventFile.start(directory.path(), clock)) {
      Experiment.Builder experiment =
          Experiment.newBuilder()
              .setName(record.experiment())
              .setDescription(record.question().orElse(""))
              .setTimeCreatedSecs(file.now());
      addSettings(configurations, record.sweptSettings(), experiment);
      metrics.forEach(metric -> experiment.addMetricInfos(metric(metric)));
      HParamsPluginData data = HParamsPluginData.newBuilder().setExperiment(experiment).build();
      file.write(
          0,
          Summary.newBuilder()
              .addValue(Values.hparams(TAG, data))
              .addValue(Values.layout(ChartLayout.layout())));
    }
  }

  private static void addSettings(
      Collection<Configuration> all, List<String> swept, Experiment.Builder experiment) {
    List<String> differing = DifferingSettings.of(all, swept);
    differing.forEach(path -> experiment.addHparamInfos(HyperParameters.info(path, all, true)));
    Set<String> others = new LinkedHashSet<>();
    all.forEach(each -> others.addAll(each.settings().keySet()));
    differing.forEach(others::remove);
    others.forEach(path -> experiment.addHparamInfos(HyperParameters.info(path, all, false)));
  }

  private static MetricInfo metric(String name) {
    return MetricInfo.newBuilder()
        .setName(MetricName.newBuilder().setTag(Tags.ofMetric(name)))
        .setDisplayName(name)
        .setDatasetType(
            Metrics.isValidation(name)
                ? DatasetType.DATASET_VALIDATION
                : DatasetType.DATASET_UNKNOWN)
        .build();
  }
}
