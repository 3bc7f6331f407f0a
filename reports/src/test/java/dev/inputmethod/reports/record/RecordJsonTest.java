package dev.inputmethod.reports.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordJsonTest {
  private static final Map<String, Double> METRICS =
      Map.of("validation.crossEntropy", 5.125, "test.perplexity", 1.0E-5, "test.odd", Double.NaN);

  private static final TrialRecord RECORD =
      Samples.completed("lstm-seed1-0a", Samples.configuration("lstm", 2), 1, METRICS);

  private final Path directory;

  RecordJsonTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void a_record_has_the_same_form_in_every_locale() {
    String expected = Golden.text(getClass(), "record.json");
    Locales.underEach(
        () -> {
          RecordJson json = new RecordJson();
          assertThat(json.text(json.tree(RECORD))).isEqualTo(expected);
        });
  }

  @Test
  void an_experiment_has_the_same_form_in_every_locale() {
    String expected = Golden.text(getClass(), "experiment.json");
    ExperimentRecord experiment =
        Samples.experiment(List.of("data.minCount"), List.of("a-1", "b-2"));
    Locales.underEach(
        () -> {
          RecordJson json = new RecordJson();
          assertThat(json.text(json.tree(experiment))).isEqualTo(expected);
        });
  }

  @Test
  void what_is_written_is_read() {
    TrialDirectory trial = new TrialDirectory(directory.resolve("lstm-seed1-0a"));
    trial.write(RECORD);
    assertThat(trial.readRecord()).isEqualTo(RECORD);
    TrialSetup setup =
        new TrialSetup(
            1,
            "lstm-seed1-0a",
            "cells",
            RECORD.configuration(),
            Long.MIN_VALUE,
            Thresholds.STANDARD);
    trial.write(setup);
    assertThat(trial.readSetup()).isEqualTo(setup);
    TrialDirectory other = new TrialDirectory(directory.resolve("rnn-seed1-0b"));
    TrialRecord failed = Samples.failed("rnn-seed1-0b", Samples.configuration("rnn", 1), 2);
    other.write(failed);
    assertThat(other.readRecord()).isEqualTo(failed);
    ExperimentDirectory experiment = new ExperimentDirectory(directory);
    ExperimentRecord asked = Samples.experiment(List.of(), List.of("lstm-seed1-0a"));
    experiment.write(asked);
    assertThat(experiment.readExperiment()).isEqualTo(asked);
  }

  @Test
  void of_too_few_distances_no_law_is_recorded() {
    assertThat(RECORD.gradient().map(RecordJsonTest::law)).contains("exponential");
    Decay decay = Samples.decay();
    GradientSummary gradient = Samples.gradient();
    GradientSummary few =
        new GradientSummary(
            gradient.contextLength(),
            gradient.horizon(),
            gradient.examples(),
            gradient.reach(),
            gradient.initialReach(),
            Optional.of(
                new Decay(
                    1,
                    5,
                    decay.factor(),
                    decay.halfLife(),
                    decay.rSquared(),
                    Optional.empty(),
                    Optional.empty(),
                    decay.powerExponent(),
                    Double.NaN,
                    Double.NaN)),
            gradient.initialDecay(),
            gradient.ratioHistory(),
            gradient.spectralRadius(),
            gradient.lyapunov(),
            gradient.gateHalfLife(),
            gradient.clippedShare());
    assertThat(law(few)).isEqualTo("null");
  }

  private static String law(GradientSummary gradient) {
    return GradientJson.write(gradient, new Json().object()).get("law").asText();
  }

  @Test
  void settings_keep_their_types_and_their_order() {
    TrialDirectory trial = new TrialDirectory(directory.resolve("lstm-seed1-0a"));
    trial.write(RECORD);
    Configuration read = trial.readRecord().configuration();
    assertThat(read.settings().values())
        .containsExactly(
            List.of("data/对话.jsonl", "more/*.jsonl"), 5L, 0.8, 2L, "lstm", true, 1.0, 1.0E-4);
  }

  @Test
  void a_record_is_replaced_whole_and_nothing_else_is_left() throws IOException {
    TrialDirectory trial = new TrialDirectory(directory.resolve("lstm-seed1-0a"));
    trial.write(RECORD);
    trial.write(RECORD);
    try (var files = Files.list(trial.path())) {
      assertThat(files).containsExactly(trial.record());
    }
  }

  @Test
  void a_record_from_before_there_were_verdicts_is_read() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("record.json"),
            Golden.text(getClass(), "record-before-verdicts.json"));
    TrialRecord read = json().readTrial(file);
    assertThat(read.metrics()).isEqualTo(RECORD.metrics());
    assertThat(read.gradient()).isEmpty();
    assertThat(read.verdict()).isEmpty();
  }

  @Test
  void a_setup_and_an_experiment_without_thresholds_have_the_standard_ones() throws IOException {
    String text = json().text(json().tree(Samples.experiment(List.of(), List.of())));
    Path file =
        Files.writeString(
            directory.resolve("experiment.json"), text.replace("\"verdict\"", "\"unknown\""));
    assertThat(json().readExperiment(file).thresholds()).isEqualTo(Thresholds.STANDARD);
  }

  @Test
  void the_axes_of_an_older_experiment_are_its_swept_settings() throws IOException {
    String text = json().text(json().tree(Samples.experiment(List.of(), List.of())));
    Path file =
        Files.writeString(
            directory.resolve("experiment.json"), text.replace("\"sweptSettings\"", "\"unknown\""));
    assertThat(json().readExperiment(file).sweptSettings())
        .containsExactly("model.cell", "model.layers");
  }

  private static RecordJson json() {
    return new RecordJson();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "seed": 1            | "seed": 1.5             | 'seed' should be a whole number but is 1.5
          "seed": 1            | "seed": 1e99            | 'seed' should be a whole number
          "seed": 1            | "sed": 1                | 'seed' is missing
          "schema": 1          | "schema": 0             | 'schema' is 0, this version reads 1
          "completed"          | "won"                   | 'outcome' should be completed or failed but is 'won'
          "epoch": 3           | "epoch": null           | 'best.epoch' is missing
          "test.odd": "NaN"    | "test.odd": "nan"       | 'metrics.test.odd' should be a number but is "nan"
          "layers": 2          | "lay.ers": 2            | 'model.lay.ers' is not a name of a setting
          "layers": 2          | "layers": null          | 'configuration.model.layers' should be a text, a number
          "layers": 2          | "cell": 2               | it is not JSON (Duplicate field 'cell'
          "short reach"        | "no reach"              | 'verdict.name' should be exploding, dead,
          "finite": true       | "finite": 1             | 'gradient.finite' should be true or false but is 1
          "commit": "0123abc"  | "commit": []            | 'provenance.commit' should be a text but is []
          """)
  void damage_is_named_with_its_file(String healthy, String damaged, String message)
      throws IOException {
    TrialDirectory trial = new TrialDirectory(directory.resolve("lstm-seed1-0a"));
    trial.write(RECORD);
    String text = Files.readString(trial.record());
    assertThat(text).contains(healthy);
    Files.writeString(
        trial.record(), text.replaceFirst(java.util.regex.Pattern.quote(healthy), damaged));
    assertThatThrownBy(trial::readRecord)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(trial.record() + ": damaged: ")
        .hasMessageContaining(message)
        .hasMessageEndingWith("delete the trial's directory to run it again");
  }

  @Test
  void a_record_of_a_newer_version_is_not_called_damaged() throws IOException {
    TrialDirectory trial = new TrialDirectory(directory.resolve("lstm-seed1-0a"));
    trial.write(RECORD);
    String text = Files.readString(trial.record());
    Files.writeString(trial.record(), text.replace("\"schema\": 1", "\"schema\": 2"));
    assertThatThrownBy(trial::readRecord)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            trial.record()
                + ": written by a newer version (schema 2, this version reads 1); use that version,"
                + " or another output directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "{} {}", "{\"schema\": 1}"})
  void what_is_no_record_is_refused(String content) throws IOException {
    Path file = Files.writeString(directory.resolve("record.json"), content);
    assertThatThrownBy(() -> new RecordJson().readTrial(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ": damaged: ");
  }

  @Test
  void a_file_too_large_or_too_deep_is_refused() throws IOException {
    Path large = Files.write(directory.resolve("large.json"), new byte[(8 << 20) + 1]);
    assertThatThrownBy(() -> new RecordJson().readTrial(large)).hasMessageContaining("larger than");
    Path deep = Files.writeString(directory.resolve("deep.json"), "{\"a\":".repeat(10_000));
    assertThatThrownBy(() -> new RecordJson().readTrial(deep))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("depth");
  }

  @Test
  void a_missing_file_is_named() {
    TrialDirectory trial = new TrialDirectory(directory.resolve("absent"));
    assertThatThrownBy(trial::readRecord)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(trial.record() + ": no such file");
  }

  @Test
  void a_record_in_another_trials_directory_is_refused() {
    TrialDirectory trial = new TrialDirectory(directory.resolve("renamed"));
    trial.write(RECORD);
    assertThatThrownBy(trial::readRecord)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'lstm-seed1-0a'")
        .hasMessageContaining("'renamed'");
  }
}
