package dev.inputmethod.reports.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.Golden;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.KnownAnswer;
import dev.inputmethod.reports.record.Locales;
import dev.inputmethod.reports.record.RecordJson;
import dev.inputmethod.reports.record.Samples;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    Locales.underEach(() -> assertThat(csv(TRIALS)).isEqualTo(expected));
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
    assertThat(Files.readString(directory.resultsCsv())).isEqualTo(csv(TRIALS));
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

  private static String csv(List<TrialRecord> trials) {
    return ResultsCsv.text(trials, Judged.of(experiment(trials), trials));
  }

  private static ExperimentRecord experiment(List<TrialRecord> trials) {
    return Samples.experiment(List.of(), trials.stream().map(TrialRecord::trial).toList());
  }

  /** Three seeds over 20 words of context and three over 50, with the same loss. */
  private static List<TrialRecord> longerContexts() {
    List<TrialRecord> trials = new ArrayList<>();
    for (long length : List.of(20L, 50L)) {
      Map<String, Object> settings =
          new LinkedHashMap<>(Samples.configuration("rnn", 1).settings());
      settings.put("data.contextLength", length);
      for (long seed = 1; seed <= 3; seed++) {
        trials.add(
            Samples.completed(
                "rnn" + length + "-seed" + seed,
                new Configuration(settings),
                seed,
                Map.of("validation.crossEntropy", 5.0)));
      }
    }
    return trials;
  }

  @Test
  void a_row_has_the_verdict_of_its_trial_and_of_its_configuration_in_the_experiment() {
    List<TrialRecord> trials = longerContexts();
    List<String> lines = csv(trials).lines().toList();
    List<String> names = List.of(lines.get(0).split(",", -1));
    int own = names.indexOf("verdict.name");
    assertThat(names.subList(own, own + 13))
        .contains(
            "experimentVerdict.name",
            "experimentVerdict.reason",
            "experimentVerdict.advice",
            "configurationVerdict.name",
            "configurationVerdict.seeds");
    assertThat(lines.get(1)).contains(",short reach,\"31 words back", ",short reach,3 of 3,");
    // Thirty more words brought nothing, which no trial can know by itself.
    assertThat(lines.get(4))
        .contains(",short reach,short reach,", ",vanishing,\"31 words back", ",vanishing,3 of 3,");
  }

  @Test
  void the_json_has_each_configurations_verdict_with_its_counts_and_trials() throws IOException {
    List<TrialRecord> trials = longerContexts();
    ExperimentRecord experiment = experiment(trials);
    JsonNode configurations =
        new JsonMapper()
            .readTree(ResultsJson.text(experiment, trials, Judged.of(experiment, trials)))
            .get("configurations");
    assertThat(configurations).hasSize(2);
    JsonNode longer = configurations.get(1);
    assertThat(longer.at("/configuration/data/contextLength").intValue()).isEqualTo(50);
    assertThat(longer.get("trials").toString())
        .isEqualTo("[\"rnn50-seed1\",\"rnn50-seed2\",\"rnn50-seed3\"]");
    JsonNode verdict = longer.get("verdict");
    assertThat(verdict.get("name").textValue()).isEqualTo("vanishing");
    assertThat(verdict.get("votes").intValue()).isEqualTo(3);
    assertThat(verdict.get("seeds").intValue()).isEqualTo(3);
    assertThat(verdict.get("counts").toString()).isEqualTo("{\"vanishing\":3}");
    assertThat(verdict.at("/trials/rnn50-seed2/name").textValue()).isEqualTo("vanishing");
    assertThat(verdict.at("/trials/rnn50-seed2/advice").textValue())
        .isEqualTo("Try model.cell: gru or lstm.");
  }

  @Test
  void every_name_of_a_record_is_a_column_or_left_out_on_purpose() {
    Set<String> names = new TreeSet<>();
    collect("", new RecordJson().tree(complete()), names);
    names.removeAll(List.of(csv(List.of(complete())).lines().findFirst().orElseThrow().split(",")));
    assertThat(names)
        .allMatch(
            name ->
                // Inner figures of fits, of which the table has those that the report shows.
                name.startsWith("gradient.decay.")
                    || name.startsWith("gradient.initialDecay.")
                    || name.startsWith("gradient.initialSlope.")
                    // Always true.
                    || name.equals("verdict.outcome.lowerIsBetter"));
  }

  private static void collect(String prefix, JsonNode node, Set<String> names) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      String path = prefix + property.getKey();
      if (property.getValue().isObject()) {
        collect(path.equals("metrics") ? "" : path + ".", property.getValue(), names);
      } else {
        names.add(path);
      }
    }
  }

  /** With everything that a record can have. */
  private static TrialRecord complete() {
    TrialRecord some =
        Samples.completed("a", Samples.configuration("lstm", 1), 1, Map.of("test.x", 1.0));
    GradientSummary gradient = some.gradient().orElseThrow();
    Verdict verdict = some.verdict().orElseThrow();
    return new TrialRecord(
        some.schema(),
        some.trial(),
        some.experiment(),
        some.configuration(),
        some.seed(),
        some.outcome(),
        some.best(),
        some.metrics(),
        some.data(),
        Optional.of(
            new GradientSummary(
                gradient.contextLength(),
                gradient.horizon(),
                gradient.examples(),
                gradient.reach(),
                gradient.initialReach(),
                gradient.decay(),
                gradient.decay(),
                gradient.ratioHistory(),
                gradient.spectralRadius(),
                gradient.lyapunov(),
                gradient.gateHalfLife(),
                gradient.clippedShare())),
        Optional.of(
            new Verdict(
                verdict.kind(),
                verdict.initially(),
                Optional.of(new KnownAnswer("mean squared error", 0.17, 0.167)),
                verdict.reason(),
                verdict.advice())),
        some.provenance());
  }

  @Test
  void no_trials_leave_the_columns_that_are_always_there() {
    assertThat(csv(List.of()))
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
    assertThat(csv(List.of(trial))).contains("'" + text);
  }

  @Test
  void numbers_below_zero_stay_numbers() {
    TrialRecord trial =
        Samples.completed("a", Samples.configuration("rnn", 1), -7, Map.of("test.x", -0.5));
    assertThat(csv(List.of(trial))).contains(",-7,completed,").contains(",-0.5,");
  }

  @Test
  void quotes_commas_and_line_ends_are_quoted() {
    assertThat(Cell.text("a \"b\"").csv()).isEqualTo("\"a \"\"b\"\"\"");
    assertThat(Cell.text("a,b").csv()).isEqualTo("\"a,b\"");
    assertThat(Cell.text("a\nb").csv()).isEqualTo("\"a\nb\"");
    assertThat(Cell.text("plain 中文").csv()).isEqualTo("plain 中文");
  }
}
