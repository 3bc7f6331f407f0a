package dev.inputmethod.reports.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.Provenance;
import dev.inputmethod.reports.record.Samples;
import dev.inputmethod.reports.record.TrialRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
  private static final Configuration RNN = Samples.configuration("rnn", 1);
  private static final Configuration LSTM = Samples.configuration("lstm", 1);
  private static final Configuration GRU = Samples.configuration("gru", 1);

  @Test
  void configurations_are_ranked_by_mean_validation_cross_entropy_never_by_test() {
    Comparison comparison =
        compare(
            trial(RNN, 1, 5.0, 1.0),
            trial(LSTM, 1, 4.0, 9.0),
            trial(RNN, 2, 6.0, 1.0),
            trial(LSTM, 2, 4.5, 9.0));
    assertThat(comparison.ranked())
        .extracting(ConfigurationResult::configuration)
        .containsExactly(LSTM, RNN);
    assertThat(comparison.winner()).contains(comparison.ranked().get(0));
  }

  @Test
  void means_and_sample_deviations_are_over_seeds() {
    Comparison comparison =
        compare(trial(RNN, 1, 5.0, 1), trial(RNN, 2, 6.0, 1), trial(RNN, 3, 7.0, 1));
    Statistic validation = comparison.ranked().get(0).validation().orElseThrow();
    assertThat(validation.mean()).isEqualTo(6.0);
    assertThat(validation.deviation().orElseThrow()).isCloseTo(1.0, within(1e-15));
    assertThat(validation.n()).isEqualTo(3);
    assertThat(comparison.ranked().get(0).bestTrial()).contains(trial(RNN, 1, 5.0, 1));
  }

  @Test
  void one_seed_has_no_deviation_and_no_spread() {
    Comparison comparison = compare(trial(RNN, 1, 5.0, 1), trial(LSTM, 1, 5.0000001, 1));
    ConfigurationResult first = comparison.ranked().get(0);
    assertThat(first.validation().orElseThrow().deviation()).isEmpty();
    assertThat(Comparison.withinTheSpread(first, comparison.ranked().get(1))).isFalse();
  }

  @Test
  void a_difference_below_the_larger_deviation_is_within_the_spread() {
    // Deviations: rnn 1.0, lstm 0.1, gru 0.1.
    Comparison comparison =
        compare(
            trial(RNN, 1, 5.0, 1),
            trial(RNN, 2, 6.0, 1),
            trial(RNN, 3, 7.0, 1),
            trial(LSTM, 1, 5.0, 1),
            trial(LSTM, 2, 5.1, 1),
            trial(LSTM, 3, 5.2, 1),
            trial(GRU, 1, 4.5, 1),
            trial(GRU, 2, 4.6, 1),
            trial(GRU, 3, 4.7, 1));
    ConfigurationResult gru = comparison.ranked().get(0);
    ConfigurationResult lstm = comparison.ranked().get(1);
    ConfigurationResult rnn = comparison.ranked().get(2);
    assertThat(rnn.configuration()).isEqualTo(RNN);
    assertThat(Comparison.withinTheSpread(lstm, rnn)).isTrue();
    assertThat(Comparison.withinTheSpread(rnn, lstm)).isTrue();
    assertThat(Comparison.withinTheSpread(gru, lstm)).isFalse();
    assertThat(Comparison.withinTheSpread(gru, rnn)).isFalse();
  }

  @Test
  void nan_and_failures_never_rank_and_failures_are_counted() {
    Comparison comparison =
        compare(
            trial(RNN, 1, Double.NaN, 1),
            trial(RNN, 2, 1.0, 1),
            Samples.failed("gru-1", GRU, 1),
            Samples.failed("lstm-1", LSTM, 1),
            trial(LSTM, 2, 5.0, 1));
    assertThat(comparison.ranked())
        .extracting(ConfigurationResult::configuration)
        .containsExactly(LSTM);
    assertThat(comparison.unranked())
        .extracting(ConfigurationResult::configuration)
        .containsExactly(RNN, GRU);
    assertThat(comparison.ranked().get(0).failed()).hasSize(1);
    assertThat(comparison.ranked().get(0).validation().orElseThrow().n()).isEqualTo(1);
    assertThat(comparison.failed())
        .extracting(TrialRecord::trial)
        .containsExactly("lstm-1", "gru-1");
  }

  @Test
  void different_targets_are_not_ranked() {
    List<TrialRecord> records = List.of(trial(RNN, 1, 5.0, 1), trial(LSTM, 1, 4.0, 1));
    Comparison comparison =
        Comparison.of(Samples.experiment(List.of("data.minCount"), names(records)), records);
    assertThat(comparison.ranked()).isEmpty();
    assertThat(comparison.winner()).isEmpty();
    assertThat(comparison.configurations())
        .extracting(ConfigurationResult::configuration)
        .containsExactly(RNN, LSTM);
  }

  @Test
  void settings_that_have_one_value_wherever_they_apply_do_not_differ() {
    assertThat(compare(trial(RNN, 1, 5, 1), trial(LSTM, 1, 5, 1)).differingSettings())
        .containsExactly("model.cell");
    Configuration deep = Samples.configuration("lstm", 2);
    assertThat(compare(trial(LSTM, 1, 5, 1), trial(deep, 1, 5, 1)).differingSettings())
        .containsExactly("model.layers");
    assertThat(compare(trial(LSTM, 1, 5, 1)).differingSettings()).isEmpty();
  }

  @Test
  void a_setting_that_alone_tells_two_apart_differs_though_one_lacks_it() {
    Configuration with = new Configuration(Map.of("model.dropout", 0.5));
    Configuration without = new Configuration(Map.of());
    assertThat(compare(trial(with, 1, 5, 1), trial(without, 1, 5, 1)).differingSettings())
        .containsExactly("model.dropout");
  }

  @Test
  void a_swept_setting_differs_where_only_some_can_have_it() {
    List<TrialRecord> records = List.of(trial(RNN, 1, 5, 1), trial(LSTM, 1, 5, 1));
    ExperimentRecord plain = Samples.experiment(List.of(), names(records));
    ExperimentRecord swept =
        new ExperimentRecord(
            plain.schema(),
            plain.experiment(),
            plain.question(),
            plain.source(),
            plain.sourceName(),
            plain.command(),
            Map.of("settings", List.of("cell rnn", "cell lstm, forgetBias 1")),
            List.of("model.cell", "model.forgetBias"),
            plain.targetAxes(),
            plain.trials(),
            plain.repeatedConfigurations(),
            plain.thresholds());

    assertThat(Comparison.of(swept, records).differingSettings())
        .containsExactly("model.cell", "model.forgetBias");
  }

  @Test
  void moved_data_is_the_same_data() {
    Comparison comparison =
        compare(
            trial(at("old/d.jsonl", RNN), 1, 5, 1),
            trial(at("new/d.jsonl", RNN), 2, 6, 1),
            trial(at("new/d.jsonl", LSTM), 1, 4, 1));
    assertThat(comparison.ranked())
        .extracting(it -> it.configuration().text("model.cell").orElseThrow())
        .containsExactly("lstm", "rnn");
    assertThat(comparison.ranked().get(1).completed()).hasSize(2);
    assertThat(comparison.differingSettings()).containsExactly("model.cell");
  }

  @Test
  void other_data_is_another_configuration() {
    TrialRecord one = trial(at("one.jsonl", RNN), 1, 5, 1);
    Comparison comparison = compare(one, onOtherData(trial(at("two.jsonl", RNN), 1, 6, 1)));
    assertThat(comparison.ranked()).hasSize(2);
    assertThat(comparison.differingSettings()).containsExactly("data.dialogues");
  }

  private static Configuration at(String path, Configuration configuration) {
    Map<String, Object> settings = new LinkedHashMap<>(configuration.settings());
    settings.put("data.dialogues", path);
    return new Configuration(settings);
  }

  private static TrialRecord onOtherData(TrialRecord it) {
    Provenance from = it.provenance();
    Provenance other =
        new Provenance(
            from.versions(),
            from.commit(),
            from.jvm(),
            from.os(),
            from.processor(),
            from.kernels(),
            from.threads(),
            "cd".repeat(32),
            from.started(),
            from.seconds());
    return new TrialRecord(
        it.schema(),
        it.trial(),
        it.experiment(),
        it.configuration(),
        it.seed(),
        it.outcome(),
        it.best(),
        it.metrics(),
        it.data(),
        other);
  }

  @Test
  void an_experiments_directory_is_read_and_what_is_unfinished_named(@TempDir Path path) {
    ExperimentDirectory directory = new ExperimentDirectory(path);
    TrialRecord record = trial(RNN, 1, 5.0, 1);
    directory.write(Samples.experiment(List.of(), List.of(record.trial(), "waiting")));
    directory.trial(record.trial()).write(record);
    Comparison comparison = Comparison.of(directory);
    assertThat(comparison.ranked()).hasSize(1);
    assertThat(comparison.unfinished()).containsExactly("waiting");
  }

  private static Comparison compare(TrialRecord... records) {
    return Comparison.of(Samples.experiment(List.of(), names(List.of(records))), List.of(records));
  }

  private static List<String> names(List<TrialRecord> records) {
    List<String> names = new ArrayList<>();
    records.forEach(record -> names.add(record.trial()));
    return names;
  }

  private static TrialRecord trial(
      Configuration configuration, long seed, double validation, double test) {
    return Samples.completed(
        configuration.text("model.cell").orElse("x") + "-seed" + seed,
        configuration,
        seed,
        Map.of("validation.crossEntropy", validation, "test.crossEntropy", test));
  }
}
