package dev.inputmethod.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.engine.EvaluateRequest;
import dev.inputmethod.engine.ExperimentRequest;
import dev.inputmethod.engine.WorkingDirectories;
import dev.inputmethod.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InputMethodTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path directory;
  private FakeEngine engine;
  private Optional<WorkingDirectories> directories = Optional.empty();

  @BeforeEach
  void succeed() {
    engine = new FakeEngine(directory);
  }

  @Test
  void an_experiment_runs_without_a_build_file() {
    assertThat(
            run(
                "experiment",
                "-e",
                "a.yaml,b/*.yaml",
                "--workers",
                "2",
                "--set",
                "training.epochs=1"))
        .isEqualTo(InputMethod.DONE);

    assertThat(engine.requests)
        .containsExactly(
            new ExperimentRequest(
                List.of("a.yaml", "b/*.yaml"),
                List.of(),
                "training.epochs=1",
                OptionalInt.of(2),
                false,
                "inputmethod experiment -e \"a.yaml,b/*.yaml\" --workers 2 --set"
                    + " training.epochs=1"));
    assertThat(directories)
        .contains(new WorkingDirectories(directory, directory.resolve("target/inputmethod")));
    assertThat(out.toString(UTF_8)).contains("lstm is best").contains("tensorboard --logdir");
  }

  @Test
  void a_failed_trial_is_exit_code_1_and_stops_the_build() throws IOException {
    engine = new FakeEngine(directory, Records.failed("b", "the loss became NaN"));
    build("targets: {sweep: {experiment: }, after: {depends: sweep, report: }}");

    assertThat(run("after")).isEqualTo(InputMethod.TRIAL_FAILED);
    assertThat(engine.requests).hasSize(1);
    assertThat(err.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            "experiments/cells.yaml: trial b failed: the loss became NaN\n");
  }

  @Test
  void bad_input_is_exit_code_2_and_nothing_runs() throws IOException {
    build("default: swep\ntargets: {sweep: {experiment: {worker: 2}}}");

    assertThat(run()).isEqualTo(InputMethod.BAD_INPUT);
    assertThat(err.toString(UTF_8))
        .contains("inputmethod.yaml:1:10: target 'swep'")
        .contains("inputmethod.yaml:2:32: setting 'worker'");
    assertThat(engine.requests).isEmpty();
  }

  @Test
  void experiment_files_are_read_once_by_each_target() throws IOException {
    build("targets: {words: {process: }, sweep: {depends: words, experiment: }}");

    assertThat(run("sweep")).isEqualTo(InputMethod.DONE);
    assertThat(engine.checks).isEqualTo(2);
    assertThat(engine.requests).hasSize(2);
  }

  @Test
  void mistakes_of_later_targets_are_told_before_the_first_runs() throws IOException {
    build(
        """
        targets:
          first: {experiment: {workers: 0}}
          second: {depends: first, evaluate: {trial: mine}}
          third: {depends: second, predict: {beam: wide}}
        """);

    assertThat(run("third")).isEqualTo(InputMethod.BAD_INPUT);
    assertThat(err.toString(UTF_8))
        .contains("inputmethod.yaml:2:33: workers '0' is not a whole number from 1 to 256")
        .contains("inputmethod.yaml:3:3: dialogues are not given")
        .contains("inputmethod.yaml:4:44: beam 'wide' is not a whole number");
    assertThat(engine.requests).isEmpty();
  }

  @Test
  void an_unknown_option_is_exit_code_2() {
    assertThat(run("--wrokers", "2", "experiment")).isEqualTo(InputMethod.BAD_INPUT);
    assertThat(err.toString(UTF_8))
        .contains("Unknown option: '--wrokers'")
        .contains("did you mean '--workers'?");
  }

  @Test
  void a_text_that_begins_with_an_at_sign_is_no_file() throws IOException {
    Files.writeString(directory.resolve("words"), "a second");

    assertThat(run("predict", "--prefix", "@" + directory.resolve("words"))).isZero();
    assertThat(engine.predictor.prefixes).containsExactly("@" + directory.resolve("words"));
  }

  @Test
  void results_never_go_into_the_base_directory_itself_or_above() {
    for (String output : List.of("", "..")) {
      err.reset();
      assertThat(run("-o", output, "report")).isEqualTo(InputMethod.BAD_INPUT);
      assertThat(err.toString(UTF_8)).contains("results need a separate directory");
    }
    assertThat(engine.requests).isEmpty();
  }

  @Test
  void an_error_of_the_virtual_machine_is_no_failed_trial() {
    engine.error = Optional.of(new NoClassDefFoundError("dev/inputmethod/Missing"));

    assertThat(run("report")).isEqualTo(InputMethod.OWN_FAILURE);
    assertThat(err.toString(UTF_8)).contains("inputmethod itself failed", "Missing");
  }

  @Test
  void what_the_engine_refuses_is_told_by_this_doors_options() throws IOException {
    engine.refusal = Optional.of(new Problem("inputmethod.trial", "there is no trial"));

    assertThat(run("predict", "--trial", "mine")).isEqualTo(InputMethod.BAD_INPUT);
    build("targets:\n  type:\n    predict:\n      trial: mine\n  ask:\n    predict:\n");
    run("type");
    run("ask");

    assertThat(err.toString(UTF_8))
        .contains("--trial: there is no trial")
        .contains("inputmethod.yaml:4:14: there is no trial")
        .contains("inputmethod.yaml:5:3: there is no trial");
  }

  @Test
  void our_own_failure_is_another_exit_code() {
    InputMethod broken =
        new InputMethod(
            directory,
            given -> {
              throw new IllegalStateException("oh");
            },
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));

    assertThat(broken.run(List.of("report"))).isEqualTo(InputMethod.OWN_FAILURE);
    assertThat(err.toString(UTF_8)).contains("inputmethod itself failed").contains("oh");
  }

  @Test
  void a_file_that_cannot_be_written_is_told_in_a_sentence() {
    IOException full = new IOException("No space left on device");
    engine.stop = Optional.of(new UncheckedIOException("cannot write a/record.json", full));

    assertThat(run("experiment")).isEqualTo(InputMethod.OWN_FAILURE);
    assertThat(err.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            "cannot write a/record.json: No space left on device; free some space, or choose"
                + " another output directory, then run again; finished trials are kept\n");
  }

  @Test
  void a_damaged_record_is_exit_code_1_when_the_reports_are_drawn() {
    engine.damaged = List.of(new Problem("a/record.json", "damaged"));

    assertThat(run("report")).isEqualTo(InputMethod.TRIAL_FAILED);
    assertThat(err.toString(UTF_8)).isEqualToNormalizingNewlines("a/record.json: damaged\n");
  }

  @Test
  void the_default_target_runs_and_options_come_before_its_settings() throws IOException {
    build(
        """
        default: score
        targets:
          score:
            evaluate: {trial: mine, dialogues: [a.jsonl, "${more}"]}
        """);

    assertThat(run("-Dmore=b.jsonl", "--trial", "yours")).isEqualTo(InputMethod.DONE);
    assertThat(engine.requests)
        .containsExactly(new EvaluateRequest(Optional.of("yours"), List.of("a.jsonl", "b.jsonl")));
  }

  @Test
  void a_mistake_in_a_setting_is_told_where_it_was_made() throws IOException {
    build("default: s\ntargets: {s: {experiment: {workers: many}}}");

    assertThat(run()).isEqualTo(InputMethod.BAD_INPUT);
    assertThat(run("--workers", "0")).isEqualTo(InputMethod.BAD_INPUT);
    assertThat(err.toString(UTF_8))
        .contains("inputmethod.yaml:2:37: workers 'many' is not a whole number")
        .contains("--workers: workers '0' is not a whole number");
  }

  @Test
  void targets_are_listed_with_their_descriptions() throws IOException {
    build("default: b\ntargets: {long-name: {description: First, report: }, b: {report: }}");

    assertThat(run("-p")).isEqualTo(InputMethod.DONE);
    assertThat(out.toString(UTF_8))
        .isEqualToNormalizingNewlines(" long-name  First\n b\ndefault: b\n");
  }

  @Test
  void another_build_file_is_the_base_of_its_paths() throws IOException {
    Path other = Files.createDirectories(directory.resolve("other"));
    Files.writeString(other.resolve("build.yaml"), "default: r\ntargets: {r: {report: }}");

    assertThat(run("-f", "other/build.yaml", "-o", "results")).isEqualTo(InputMethod.DONE);
    assertThat(directories).contains(new WorkingDirectories(other, other.resolve("results")));
  }

  @Test
  void words_are_predicted_through_a_pipe() {
    assertThat(run("predict", "-k", "1")).isEqualTo(InputMethod.DONE);

    assertThat(out.toString(UTF_8)).isEqualTo("1. 去 (0.3124)\n");
    assertThat(engine.predictor.prefixes).containsExactly("我今天");
  }

  @Test
  void clean_removes_results() throws IOException {
    Path experiment = Files.createDirectories(directory.resolve("target/inputmethod/cells/trial"));
    Files.writeString(experiment.resolveSibling("experiment.json"), "{}");

    assertThat(run("clean")).isEqualTo(InputMethod.DONE);
    assertThat(directory.resolve("target")).isEmptyDirectory();
    assertThat(run("clean")).isEqualTo(InputMethod.DONE);
  }

  @Test
  void clean_removes_what_process_wrote() throws IOException {
    Path output = directory.resolve("target/inputmethod");
    Files.createDirectories(output.resolve(".corpora/0a"));
    Path processed = Files.createDirectories(output.resolve("cells/processed"));
    Files.writeString(processed.resolve("vocabulary.txt"), "<unk>\n");

    assertThat(run("clean")).isEqualTo(InputMethod.DONE);
    assertThat(output).doesNotExist();
  }

  @Test
  void clean_leaves_what_is_no_result_beside_results_and_says_so() throws IOException {
    Path output = directory.resolve("mine");
    Path experiment = Files.createDirectories(output.resolve("cells"));
    Files.writeString(experiment.resolve("experiment.json"), "{}");
    Files.writeString(output.resolve("index.html"), "");
    Files.writeString(output.resolve("worker-1.log"), "");
    Files.writeString(output.resolve("thesis.txt"), "42");
    Files.createDirectories(output.resolve("photos/2024"));

    assertThat(run("clean", "-o", "mine")).isEqualTo(InputMethod.DONE);
    assertThat(output).isDirectoryNotContaining("glob:**{cells,index.html,worker-1.log}");
    assertThat(output.resolve("thesis.txt")).exists();
    assertThat(output.resolve("photos/2024")).exists();
    assertThat(out.toString(UTF_8))
        .contains("kept (not a result): " + output.resolve("thesis.txt"));
  }

  @Test
  void clean_refuses_what_holds_no_results() throws IOException {
    Path precious = Files.createDirectories(directory.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "42");

    assertThat(run("clean", "-o", "precious")).isEqualTo(InputMethod.BAD_INPUT);
    assertThat(precious.resolve("thesis.txt")).exists();
  }

  @Test
  void clean_refuses_the_base_directory_and_those_above() throws IOException {
    Files.writeString(
        Files.createDirectories(directory.resolve("cells")).resolve("experiment.json"), "{}");

    assertThat(run("clean", "-o", ".")).isEqualTo(InputMethod.BAD_INPUT);
    assertThat(run("clean", "-o", "..")).isEqualTo(InputMethod.BAD_INPUT);
    assertThat(err.toString(UTF_8)).contains("results need a separate directory");
    assertThat(directory.resolve("cells/experiment.json")).exists();
  }

  @Test
  void help_and_version_are_there() {
    assertThat(run("--help")).isZero();
    assertThat(run("--version")).isZero();
    assertThat(out.toString(UTF_8)).contains("Exit codes").containsPattern("inputmethod \\d");
  }

  private void build(String yaml) throws IOException {
    Files.writeString(directory.resolve("inputmethod.yaml"), yaml);
  }

  private int run(String... arguments) {
    return new InputMethod(
            directory,
            given -> {
              directories = Optional.of(given);
              return engine;
            },
            new ByteArrayInputStream("我今天\nquit\n".getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8))
        .run(List.of(arguments));
  }
}
