package dev.inputmethod.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.sweep.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment on a task with a known answer, and what cannot be asked of its trials. */
class SyntheticExperimentTest {
  private static final String EXPERIMENT =
      """
      task: {name: adding, length: 10, examples: 16, validationExamples: 110}
      model: {hiddenSize: 4}
      training: {epochs: 1, batchSize: 8}
      observe: {everySteps: 1, reachEverySteps: 2}
      """;

  @TempDir private static Path base;
  private static RunResult result;

  @BeforeAll
  static void run() throws IOException {
    Files.writeString(base.resolve("sum.yaml"), EXPERIMENT);
    result = run(engine(), request(), new RunListener() {});
  }

  private static LocalEngine engine() {
    return new LocalEngine(
        Launcher.ofThisClassPath(), new WorkingDirectories(base, Path.of("out")));
  }

  private static ExperimentRequest request() {
    return new ExperimentRequest(
        List.of("sum.yaml"), List.of(), "", OptionalInt.of(1), false, "again");
  }

  @Test
  void it_needs_no_data_and_comes_to_a_report_and_tables() throws IOException {
    ExperimentResult experiment = result.experiments().get(0);

    assertThat(experiment.failed()).isEmpty();
    assertThat(experiment.winner().orElseThrow()).contains("validation mean squared error 0.");
    assertThat(Files.readString(experiment.report(), StandardCharsets.UTF_8))
        .contains("Remembering nothing gives");
    assertThat(Files.readString(base.resolve("out/sum/results.csv"), StandardCharsets.UTF_8))
        .contains("configuration.task.name")
        .contains("baseline.test.memoryless.meanSquaredError")
        .contains("validation.meanSquaredError");
  }

  @Test
  void neither_prediction_nor_evaluation_takes_its_trials() throws IOException {
    Files.writeString(base.resolve("any.jsonl"), "{}\n");

    for (Optional<String> named : List.of(Optional.<String>empty(), Optional.of("sum"))) {
      assertThatThrownBy(() -> engine().predict(new PredictRequest(named)).close())
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("learned the task adding, which has no words")
          .hasMessageContaining("name a trial of the task next-word");
      assertThatThrownBy(() -> engine().evaluate(new EvaluateRequest(named, List.of("any.jsonl"))))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("learned the task adding");
    }
  }

  @Test
  void there_are_no_dialogues_to_process() {
    assertThatThrownBy(() -> process(engine(), request(), new RunListener() {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("sum.yaml: has no dialogues to process");
  }

  private static RunResult run(Engine engine, ExperimentRequest request, RunListener listener) {
    return engine.experiment(engine.check(request), listener);
  }

  private static List<Path> process(
      Engine engine, ExperimentRequest request, RunListener listener) {
    return engine.process(engine.check(request), listener);
  }
}
