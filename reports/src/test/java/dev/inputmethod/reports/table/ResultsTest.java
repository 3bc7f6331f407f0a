package dev.inputmethod.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.Golden;
import dev.inputmethod.reports.record.Locales;
import dev.inputmethod.reports.record.Samples;
import dev.inputmethod.reports.record.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsTest {
  private static final List<TrialRecord> TRIALS =
      List.of(
          Samples.completed(
              "lstm-seed1-0a",
              Samples.configuration("lstm", 2),
              1,
              Map.of("validation.crossEntropy", 5.125, "test.perplexity", 1.0E-5)),
          Samples.failed("rnn-seed2-0b", Samples.configuration("rnn", 1), -2),
          Samples.completed(
              "rnn-seed3-0c",
              Samples.configuration("rnn", 1),
              3,
              Map.of("validation.crossEntropy", Double.NaN)));

  @Test
  void the_table_has_the_same_form_in_every_locale() {
    String expected = Golden.text(getClass(), "results.csv");
    Locales.underEach(() -> assertThat(ResultsCsv.text(TRIALS)).isEqualTo(expected));
  }

  @Test
  void both_files_are_written_beside_the_report(@TempDir Path path) throws IOException {
    ExperimentDirectory directory = new ExperimentDirectory(path);
    directory.write(
        Samples.experiment(List.of(), TRIALS.stream().map(TrialRecord::trial).toList()));
    for (TrialRecord trial : TRIALS) {
      directory.trial(trial.trial()).write(trial);
    }
    Results.write(directory);
    assertThat(Files.readString(directory.resultsCsv())).isEqualTo(ResultsCsv.text(TRIALS));
    JsonMapper mapper = new JsonMapper();
    JsonNode results = mapper.readTree(directory.resultsJson().toFile());
    assertThat(results.get("schema").intValue()).isEqualTo(1);
    assertThat(results.get("experiment"))
        .isEqualTo(mapper.readTree(directory.experiment().toFile()));
    assertThat(results.get("trials")).hasSize(3);
    for (int i = 0; i < TRIALS.size(); i++) {
      Path record = directory.trial(TRIALS.get(i).trial()).record();
      assertThat(results.get("trials").get(i)).isEqualTo(mapper.readTree(record.toFile()));
    }
  }

  @Test
  void no_trials_leave_the_columns_that_are_always_there() {
    assertThat(ResultsCsv.text(List.of()))
        .startsWith("schema,trial,experiment,seed,outcome,reason,best.epoch,best.step,data.")
        .endsWith("provenance.seconds\n")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
  void a_text_that_starts_as_a_formula_does_is_disarmed(String text) {
    assertThat(Cell.text(text).csv().replace("\"", "")).startsWith("'").endsWith(text);
    TrialRecord trial =
        Samples.completed("a", new Configuration(Map.of("data.dialogues", text)), 1, Map.of());
    assertThat(ResultsCsv.text(List.of(trial))).contains("'" + text);
  }

  @Test
  void numbers_below_zero_stay_numbers() {
    TrialRecord trial =
        Samples.completed("a", Samples.configuration("rnn", 1), -7, Map.of("test.x", -0.5));
    assertThat(ResultsCsv.text(List.of(trial))).contains(",-7,completed,").contains(",-0.5,");
  }

  @Test
  void quotes_commas_and_line_ends_are_quoted() {
    assertThat(Cell.text("a \"b\"").csv()).isEqualTo("\"a \"\"b\"\"\"");
    assertThat(Cell.text("a,b").csv()).isEqualTo("\"a,b\"");
    assertThat(Cell.text("a\nb").csv()).isEqualTo("\"a\nb\"");
    assertThat(Cell.text("plain 中文").csv()).isEqualTo("plain 中文");
  }
}
