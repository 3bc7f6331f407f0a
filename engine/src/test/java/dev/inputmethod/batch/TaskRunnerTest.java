package dev.inputmethod.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.engine.EvaluateRequest;
import dev.inputmethod.engine.ExperimentRequest;
import dev.inputmethod.engine.PredictRequest;
import dev.inputmethod.engine.RunResult;
import dev.inputmethod.engine.RunStoppedException;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.problem.Problem;
import dev.inputmethod.problem.StorageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class TaskRunnerTest {
  private final Path output = Path.of("out").toAbsolutePath();
  private final FakeEngine engine = new FakeEngine(output);
  private final List<String> log = new ArrayList<>();
  private final TaskRunner runner = new TaskRunner(engine, log::add, true, "--only failed");

  @Test
  void a_prefix_that_the_locale_could_not_read_is_refused() {
    assertThatThrownBy(
            () -> arguments(Map.of("prefix", List.of("\uFFFD\uFFFD"))).predictionOptions())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the prefix contains characters that this locale's encoding (");
  }

  @Test
  void an_experiment_without_settings_takes_the_files_of_the_folder() {
    assertThat(experiment(runner, arguments(Map.of()), "repeat me")).isEmpty();

    assertThat(engine.requests)
        .containsExactly(
            new ExperimentRequest(
                List.of("experiments/*.yaml"),
                List.of(),
                "",
                OptionalInt.empty(),
                false,
                "repeat me"));
    assertThat(log).first().isEqualTo("cells: 1 trial");
    assertThat(log).last().asString().startsWith("  disk used");
  }

  @Test
  void settings_reach_the_engine() {
    TaskArguments arguments =
        arguments(
            Map.of(
                "include", List.of("a.yaml", "b/*.yaml"),
                "exclude", List.of("b/c.yaml"),
                "set", List.of("training.epochs=1", "sweep.cell=[rnn,lstm]"),
                "workers", List.of("2"),
                "only", List.of("failed")));
    runner.process(runner.check(arguments, ""));

    assertThat(engine.requests)
        .containsExactly(
            new ExperimentRequest(
                List.of("a.yaml", "b/*.yaml"),
                List.of("b/c.yaml"),
                "training.epochs=1,sweep.cell=[rnn,lstm]",
                OptionalInt.of(2),
                true,
                ""));
  }

  @Test
  void every_mistake_is_told_where_it_was_made_and_nothing_runs() {
    TaskArguments arguments =
        arguments(Map.of("workers", List.of("many"), "only", List.of("Failed")));
    engine.mistakes = List.of(new Problem("inputmethod.set", "setting 'bogus' is unknown"));

    assertThatThrownBy(() -> experiment(runner, arguments, ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--only: 'Failed' is unknown; the one allowed value is 'failed'")
        .hasMessageContaining("--workers: workers 'many' is not a whole number from 1 to 256")
        .hasMessageContaining("--set: setting 'bogus' is unknown");
    assertThat(engine.requests).isEmpty();
  }

  @Test
  void numbers_too_large_for_an_int_are_mistakes_too() {
    for (String number : List.of("0", "-1", "1.5", "1001", "99999999999999999999", "")) {
      assertThatThrownBy(
              () ->
                  runner.predict(arguments(Map.of("beam", List.of(number))), nothing(), System.out))
          .as(number)
          .hasMessageContaining("--beam: beam '" + number + "'");
    }
  }

  @Test
  void as_many_workers_are_allowed_as_in_a_file() {
    assertThatThrownBy(
            () -> experiment(runner, arguments(Map.of("workers", List.of("257"))), "repeat me"))
        .hasMessageContaining("--workers: workers '257' is not a whole number from 1 to 256");
  }

  @Test
  void next_words_are_offered_whatever_the_beam() {
    assertThat(offered(Map.of("beam", List.of("2")))).isEqualTo("next 5");
  }

  @Test
  void as_many_continuations_are_searched_as_are_to_be_shown() {
    assertThat(offered(Map.of("words", List.of("3")))).isEqualTo("3 words, beam 5");
    assertThat(offered(Map.of("words", List.of("3"), "beam", List.of("1"))))
        .isEqualTo("3 words, beam 1");
    assertThat(offered(Map.of("words", List.of("3"), "candidates", List.of("7"))))
        .isEqualTo("3 words, beam 7");
  }

  private String offered(Map<String, List<String>> values) {
    new Prompt(engine.predictor, arguments(values).predictionOptions()).answer("我");
    return engine.predictor.asked;
  }

  @Test
  void failed_trials_come_back_with_their_file() {
    TaskRunner failing =
        new TaskRunner(
            new FakeEngine(output, Records.failed("b", "the loss became NaN")),
            log::add,
            true,
            "--only failed");

    assertThat(experiment(failing, arguments(Map.of()), ""))
        .containsExactly("experiments/cells.yaml: trial b failed: the loss became NaN");
  }

  @Test
  void an_evaluation_prints_its_metrics_beside_the_baselines_and_where_they_are() {
    runner.evaluate(arguments(Map.of("trial", List.of("a"), "dialogues", List.of("my.jsonl"))));

    assertThat(engine.requests)
        .containsExactly(new EvaluateRequest(Optional.of("a"), List.of("my.jsonl")));
    assertThat(log)
        .containsExactly(
            "a",
            "                               trial       bigram      unigram     uniform",
            "  perplexity                   12.3457     20.5000                 100",
            "  targets                      3495",
            "no unigram",
            "stored in " + output.resolve("evaluation.json"));
  }

  @Test
  void an_evaluation_without_baselines_is_one_column() {
    assertThat(EvaluationTable.lines(Map.of("recallAt1", 0.25)))
        .containsExactly("  recallAt1                    0.2500");
  }

  @Test
  void an_evaluation_needs_dialogues() {
    assertThatThrownBy(() -> runner.evaluate(arguments(Map.of())))
        .hasMessageContaining("--dialogues: dialogues are not given");
  }

  @Test
  void a_prediction_closes_its_predictor() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    runner.predict(
        arguments(Map.of("prefix", List.of("我"), "candidates", List.of("1"))), nothing(), out);

    assertThat(out.toString(UTF_8)).isEqualTo("1. 去 (0.3124)\n");
    assertThat(engine.requests).containsExactly(new PredictRequest(Optional.empty()));
    assertThat(engine.predictor.closed).isTrue();
  }

  @Test
  void a_run_that_stops_shows_what_had_finished_first() {
    RunResult finished =
        new RunResult(List.of(Records.result(output, "cells")), output.resolve("index.html"), 0);
    engine.stop =
        Optional.of(new RunStoppedException(finished, new StorageException("the disk is full")));

    assertThatThrownBy(() -> experiment(runner, arguments(Map.of()), ""))
        .isSameAs(engine.stop.orElseThrow());
    assertThat(log).contains("cells: lstm is best");
  }

  @Test
  void damaged_records_come_back_with_the_report() {
    engine.damaged = List.of(new Problem("a/record.json", "damaged"));

    assertThat(runner.report()).containsExactly("a/record.json: damaged");
    assertThat(log).hasSize(1);
  }

  @Test
  void a_report_is_told_as_path_and_link() {
    assertThat(runner.report()).isEmpty();

    Path page = output.resolve("index.html");
    assertThat(log).containsExactly("report: " + page + " (" + page.toUri() + ")");
  }

  private static List<String> experiment(
      TaskRunner runner, TaskArguments arguments, String command) {
    return runner.experiment(runner.check(arguments, command));
  }

  private static ByteArrayInputStream nothing() {
    return new ByteArrayInputStream(new byte[0]);
  }

  private static TaskArguments arguments(Map<String, List<String>> values) {
    return new TaskArguments(values, name -> "--" + name);
  }
}
