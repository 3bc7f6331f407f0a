package dev.inputmethod.reports.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Samples;
import dev.inputmethod.reports.tensorboard.proto.Chart;
import dev.inputmethod.reports.tensorboard.proto.Experiment;
import dev.inputmethod.reports.tensorboard.proto.HParamInfo;
import dev.inputmethod.reports.tensorboard.proto.HParamType;
import dev.inputmethod.reports.tensorboard.proto.Layout;
import dev.inputmethod.reports.tensorboard.proto.MarginChartContent;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentEventsTest {
  private final Path output;

  ExperimentEventsTest(@TempDir Path output) {
    this.output = output;
  }

  @Test
  void every_setting_has_a_type_and_a_domain_and_what_differs_comes_first() throws IOException {
    Experiment experiment = write();
    assertThat(experiment.getHparamInfosList())
        .extracting(HParamInfo::getName)
        .startsWith("model.layers", "model.cell")
        .contains("data.dialogues", "model.forgetBias")
        .doesNotContain("seed");
    assertThat(experiment.getHparamInfosList())
        .allMatch(info -> info.getType() != HParamType.DATA_TYPE_UNSET)
        .allMatch(info -> info.getDomainDiscrete().getValuesCount() > 0)
        .allMatch(info -> info.getDiffers() == info.getDomainDiscrete().getValuesCount() > 1);
    HParamInfo layers = experiment.getHparamInfos(0);
    assertThat(layers.getType()).isEqualTo(HParamType.DATA_TYPE_FLOAT64);
    assertThat(layers.getDomainDiscrete().getValuesList())
        .extracting(com.google.protobuf.Value::getNumberValue)
        .containsExactly(1.0, 2.0);
    HParamInfo cell = experiment.getHparamInfos(1);
    assertThat(cell.getType()).isEqualTo(HParamType.DATA_TYPE_STRING);
    assertThat(cell.getDomainDiscrete().getValuesList())
        .extracting(com.google.protobuf.Value::getStringValue)
        .containsExactly("lstm", "rnn");
    assertThat(experiment.getHparamInfosList())
        .filteredOn(info -> info.getName().equals("model.bias"))
        .extracting(HParamInfo::getType)
        .containsExactly(HParamType.DATA_TYPE_BOOL);
  }

  @Test
  void metrics_are_the_tags_that_trials_write() throws IOException {
    assertThat(write().getMetricInfosList())
        .extracting(info -> info.getName().getTag())
        .containsExactly("best/validation_cross_entropy", "test/perplexity", "test/recall_at_1")
        .isSubsetOf(EventReader.values(output.resolve("lstm-1x64-seed1")).keySet());
  }

  @Test
  void a_second_run_leaves_one_experiment() throws IOException {
    write();
    assertThat(write().getName()).isEqualTo("cells");
    assertThat(EventReader.values(output))
        .containsOnlyKeys("_hparams_/experiment", "custom_scalars__config__");
  }

  @Test
  void the_layout_shows_bands_of_tags_that_the_runs_over_seeds_have() throws IOException {
    write();
    Summary.Value value = EventReader.first(EventReader.values(output), "custom_scalars__config__");
    assertThat(value.getMetadata().getPluginData().getPluginName()).isEqualTo("custom_scalars");
    Layout layout = Layout.parseFrom(value.getTensor().getStringVal(0));
    List<MarginChartContent.Series> bands = new ArrayList<>();
    for (Chart chart : layout.getCategory(0).getChartList()) {
      bands.addAll(chart.getMargin().getSeriesList());
    }
    SeedEvents.write(new ExperimentDirectory(output), Clock.systemUTC());
    Set<String> tags = EventReader.values(output.resolve("over-seeds/lstm-1x64")).keySet();
    assertThat(bands).hasSize(SeedTag.values().length);
    assertThat(bands.get(0).getValue()).isIn(tags);
    assertThat(bands.get(0).getLower()).isIn(tags);
    assertThat(bands.get(0).getUpper()).isIn(tags);
  }

  @Test
  void every_pattern_of_the_layout_finds_tags_that_trials_write() {
    Summary.Builder summary = Summary.newBuilder();
    for (Measurement measurement : Samples.measurements()) {
      if (measurement instanceof Measurement.Spectra spectra) {
        Scalars.of(spectra, summary);
      } else if (measurement instanceof Measurement.Saturation shares) {
        Scalars.of(shares, summary);
      } else if (measurement instanceof Measurement.Reach reach) {
        Scalars.of(reach, summary);
      }
    }
    List<String> tags = summary.getValueList().stream().map(Summary.Value::getTag).toList();
    assertThat(ChartLayout.layout().getCategory(1).getChartList())
        .isNotEmpty()
        .allSatisfy(
            chart -> assertThat(tags).anyMatch(tag -> tag.matches(chart.getMultiline().getTag(0))));
  }

  private Experiment write() throws IOException {
    EventSamples.write(output);
    return TrialEventsTest.hparams(EventReader.values(output), "_hparams_/experiment")
        .getExperiment();
  }
}
