package dev.inputmethod.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.TinyCorpus;
import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.sweep.Launcher;
import dev.inputmethod.sweep.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine with real worker processes; the tests build on one run, since each process takes
 * seconds to start.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalEngineTest {
  private static final String EXPERIMENT =
      """
      question: Which cell?
      data: {dialogues: dialogues.jsonl, contextLength: 3, minCount: 1, \
      split: {train: 0.6, validation: 0.2, test: 0.2}}
      model: {embeddingSize: 4, hiddenSize: 5}
      training: {epochs: 2, batchSize: 8}
      observe: {everySteps: 2, reachEverySteps: 5}
      sweep: {cell: [rnn, gru]}
      """;

  @TempDir private static Path base;

  private static final class Heard implements RunListener {
    final List<String> ran = new ArrayList<>();
    final List<TrialRecord> finished = new ArrayList<>();
    int recorded;

    @Override
    public void planned(String experiment, int trials, int found, int repeated) {
      recorded += found;
    }

    @Override
    public void trialFinished(TrialRecord record) {
      ran.add(record.trial());
      finished.add(record);
    }
  }

  @BeforeAll
  static void writeTheFiles() throws IOException {
    TinyCorpus.write(base, 30);
    Files.writeString(base.resolve("cells.yaml"), EXPERIMENT);
    Files.writeString(
        base.resolve("wild.yaml"),
        EXPERIMENT
            .replace("batchSize: 8", "batchSize: 8, optimizer: sgd, learningRate: 10")
            .replace("sweep: {cell: [rnn, gru]}", "sweep: {nonlinearity: [relu]}\n")
            .replace("hiddenSize: 5", "hiddenSize: 50, cell: rnn"));
    Files.writeString(base.resolve("wrong.yaml"), EXPERIMENT.replace("[rnn, gru]", "[rnn, gruu]"));
  }

  private static LocalEngine engine(String output) {
    return new LocalEngine(
        Launcher.ofThisClassPath(), new WorkingDirectories(base, Path.of(output)));
  }

  /** Fails as soon as it is asked for what workers need. */
  private static LocalEngine withoutWorkers(String output) {
    return new LocalEngine(
        new Launcher(
            () -> {
              throw new IllegalStateException("no natives here");
            }),
        new WorkingDirectories(base, Path.of(output)));
  }

  private static ExperimentRequest request(String file, int workers, boolean onlyFailed) {
    return new ExperimentRequest(
        List.of(file), List.of(), "", OptionalInt.of(workers), onlyFailed, "again");
  }

  private static Path someTrial(String experiment) throws IOException {
    try (Stream<Path> entries = Files.list(base.resolve(experiment))) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve("config.json")))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void skipped_lines_of_the_dialogues_are_told() throws IOException {
    Path whole = base.resolve("dialogues.jsonl");
    Files.writeString(base.resolve("torn.jsonl"), Files.readString(whole) + "{\n{\n");
    Files.writeString(
        base.resolve("torn.yaml"),
        EXPERIMENT.replace("dialogues: dialogues.jsonl", "dialogues: torn.jsonl, onBadLine: skip"));
    List<String> notes = new ArrayList<>();

    process(
        withoutWorkers("torn"),
        request("torn.yaml", 1, false),
        new RunListener() {
          @Override
          public void note(String message) {
            notes.add(message);
          }
        });

    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("malformed lines skipped in ")
        .endsWith("torn.jsonl, as data.onBadLine says: 2");
  }

  @Test
  @Order(1)
  void two_workers_take_every_trial_to_its_record_and_the_reports() {
    Heard heard = new Heard();
    RunResult result = run(engine("two"), request("cells.yaml", 2, false), heard);

    assertThat(heard.ran).hasSize(2);
    assertThat(heard.finished)
        .hasSize(2)
        .allMatch(record -> record.outcome() instanceof Outcome.Completed);
    assertThat(result.experiments().get(0).failed()).isEmpty();
    assertThat(result.index()).exists();
    assertThat(result.experiments().get(0).report()).exists();
    assertThat(result.experiments().get(0).winner()).isPresent();
    assertThat(base.resolve("two/cells")).isDirectoryContaining("glob:**/results.csv");
  }

  @Test
  @Order(2)
  void what_has_a_record_is_not_run_again() {
    Heard heard = new Heard();
    run(withoutWorkers("two"), request("cells.yaml", 2, false), heard);

    assertThat(heard.ran).isEmpty();
    assertThat(heard.recorded).isEqualTo(2);
  }

  @Test
  @Order(3)
  void one_worker_measures_the_same_as_two() throws IOException {
    Heard heard = new Heard();
    run(engine("one"), request("cells.yaml", 1, false), heard);

    for (String trial : heard.ran) {
      assertThat(base.resolve("one/cells").resolve(trial).resolve("measurements.jsonl"))
          .hasSameBinaryContentAs(
              base.resolve("two/cells").resolve(trial).resolve("measurements.jsonl"));
    }
  }

  @Test
  @Order(4)
  void a_trial_that_was_cut_off_starts_afresh() throws IOException {
    Path trial = someTrial("one/cells");
    Files.delete(trial.resolve("record.json"));
    Files.writeString(trial.resolve("measurements.jsonl"), "half a li");
    Heard heard = new Heard();
    run(engine("one"), request("cells.yaml", 1, false), heard);

    assertThat(heard.ran).containsExactly(trial.getFileName().toString());
    assertThat(trial.resolve("measurements.jsonl"))
        .hasSameBinaryContentAs(
            base.resolve("two/cells").resolve(trial.getFileName()).resolve("measurements.jsonl"));
  }

  @Test
  @Order(5)
  void the_winner_continues_what_is_typed() {
    try (Predictor predictor = engine("two").predict(new PredictRequest(Optional.empty()))) {
      predictor.warmUp();
      List<Suggestion> candidates = predictor.candidates("我喜欢", 5);
      assertThat(candidates).hasSize(5);
      assertThat(candidates.get(0).probability())
          .isGreaterThanOrEqualTo(candidates.get(1).probability());
      assertThat(candidates).noneMatch(candidate -> candidate.text().contains("<"));
      assertThat(predictor.candidates("我喜欢", 1)).isEqualTo(predictor.continuations("我喜欢", 1, 1));
      List<Suggestion> longer = predictor.continuations("", 3, 4);
      assertThat(longer).hasSize(4);
      assertThat(longer.get(0).text()).isNotEmpty();
    }
  }

  @Test
  @Order(6)
  void a_trial_is_evaluated_on_any_dialogues() throws IOException {
    String trial = someTrial("two/cells").getFileName().toString();
    Evaluated evaluated =
        engine("two").evaluate(new EvaluateRequest(Optional.of(trial), List.of("dialogues.jsonl")));

    assertThat(evaluated.trial()).isEqualTo(trial);
    assertThat(evaluated.metrics()).containsKeys("crossEntropy", "recallAt5", "targets");
    assertThat(evaluated.file())
        .content()
        .contains("\"perplexity\"", "\"baseline.unigram.recallAt1\"");
    assertThat(evaluated.notes()).singleElement().asString().contains("own training corpus");
    assertThat(evaluated.metrics().get("baseline.bigram.crossEntropy"))
        .isLessThan(evaluated.metrics().get("baseline.unigram.crossEntropy"));
    assertThat(evaluated.metrics().get("baseline.unigram.crossEntropy"))
        .isLessThan(evaluated.metrics().get("baseline.uniform.crossEntropy"));
  }

  @Test
  @Order(7)
  void a_failed_trial_is_kept_until_failed_ones_are_asked_for() {
    Heard first = new Heard();
    RunResult result = run(engine("wild"), request("wild.yaml", 1, false), first);
    assertThat(result.experiments().get(0).failed()).hasSize(1);

    Heard second = new Heard();
    RunResult again = run(engine("wild"), request("wild.yaml", 1, false), second);
    assertThat(again.experiments().get(0).failed()).hasSize(1);
    assertThat(second.ran).isEmpty();

    Heard third = new Heard();
    run(engine("wild"), request("wild.yaml", 1, true), third);
    assertThat(third.ran).containsExactlyInAnyOrderElementsOf(first.ran);
  }

  @Test
  @Order(8)
  void a_worker_that_dies_fails_its_trial_only() {
    LocalEngine broken =
        new LocalEngine(
            new Launcher(() -> List.of(base.resolve("nothing-here"))),
            new WorkingDirectories(base, Path.of("broken")));
    RunResult result = run(broken, request("cells.yaml", 1, false), new Heard());

    assertThat(result.experiments().get(0).failed())
        .hasSize(2)
        .allSatisfy(
            record ->
                assertThat(record.outcome())
                    .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("exit code 1")));
  }

  @Test
  @Order(9)
  void processing_writes_windows_for_others() {
    List<Path> written =
        process(withoutWorkers("two"), request("cells.yaml", 1, false), new RunListener() {});

    assertThat(written).hasSize(1);
    assertThat(written.get(0).resolve("train.jsonl")).content().startsWith("{\"input\":[");
  }

  @Test
  @Order(9)
  void processing_writes_nothing_when_one_corpus_is_wrong() throws IOException {
    String good = Files.readString(base.resolve("cells.yaml"));
    Files.writeString(base.resolve("malformed.jsonl"), "no JSON\n");
    Files.createDirectories(base.resolve("mixed"));
    Files.writeString(base.resolve("mixed/a.yaml"), good);
    Files.writeString(
        base.resolve("mixed/b.yaml"), good.replace("dialogues.jsonl", "malformed.jsonl"));

    assertThatThrownBy(
            () ->
                process(
                    withoutWorkers("mixed-out"),
                    request("mixed/*.yaml", 1, false),
                    new RunListener() {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("malformed.jsonl:1");
    assertThat(base.resolve("mixed-out/a")).doesNotExist();
  }

  @Test
  @Order(10)
  void wrong_input_is_told_before_anything_runs() {
    assertThatThrownBy(
            () -> run(withoutWorkers("none"), request("wrong.yaml", 1, false), new Heard()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("wrong.yaml:6:");
    assertThat(base.resolve("none")).doesNotExist();
  }

  @Test
  @Order(20)
  void an_output_that_is_a_file_is_refused_before_anything_runs() throws IOException {
    Files.writeString(base.resolve("taken"), "a file");
    assertThatThrownBy(() -> run(engine("taken"), request("cells.yaml", 1, false), new Heard()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("results cannot be written here")
        .hasMessageContaining("is not a directory");
  }

  @Test
  @Order(21)
  void a_run_that_cannot_write_stops_with_what_had_finished() throws IOException {
    Path trial = someTrial("two/cells");
    Path moved =
        Files.createDirectories(base.resolve("blocked/cells")).resolve(trial.getFileName());
    Files.writeString(moved, "in the way");
    Heard heard = new Heard();
    assertThatThrownBy(() -> run(engine("blocked"), request("cells.yaml", 1, false), heard))
        .isInstanceOfSatisfying(
            RunStoppedException.class,
            stopped -> {
              assertThat(stopped.finished().experiments()).hasSize(1);
              assertThat(stopped.finished().experiments().get(0).failed()).isEmpty();
              assertThat(stopped.reason())
                  .isInstanceOf(UncheckedIOException.class)
                  .hasMessageContaining(moved.toString());
            });
    assertThat(moved).content().isEqualTo("in the way");
    assertThat(base.resolve("blocked/cells/index.html")).exists();
  }

  @Test
  @Order(22)
  void a_damaged_vocabulary_is_what_is_blamed() throws IOException {
    Path vocabulary = someTrial("one/cells").resolve("vocabulary.txt");
    String whole = Files.readString(vocabulary);
    Files.writeString(vocabulary, whole.substring(0, whole.stripTrailing().lastIndexOf('\n') + 1));
    String trial = vocabulary.getParent().getFileName().toString();

    assertThatThrownBy(() -> engine("one").predict(new PredictRequest(Optional.of(trial))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(vocabulary + ": damaged: it contains");
  }

  @Test
  @Order(23)
  void damaged_records_are_named_and_stop_nothing_else() throws IOException {
    Path trial = someTrial("one/cells");
    Files.writeString(trial.resolve("record.json"), "{\"schema\"");
    Files.createDirectories(base.resolve("one/broken"));
    Files.writeString(base.resolve("one/broken/experiment.json"), "{");

    Drawn drawn = engine("one").report();
    assertThat(drawn.pages())
        .containsExactly(base.resolve("one/cells/index.html"), base.resolve("one/index.html"));
    assertThat(drawn.damaged()).hasSize(2);
    RunResult again = run(engine("one"), request("cells.yaml", 1, false), new Heard());
    assertThat(again.experiments().get(0).damaged()).hasSize(1);
    assertThat(again.experiments().get(0).winner()).isPresent();
    engine("one").predict(new PredictRequest(Optional.empty())).close();
  }

  @Test
  @Order(11)
  void a_trial_that_is_not_there_is_told() {
    assertThatThrownBy(
            () -> withoutWorkers("two").predict(new PredictRequest(Optional.of("nobody"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no finished trial 'nobody'");
    assertThatThrownBy(
            () ->
                withoutWorkers("two")
                    .evaluate(new EvaluateRequest(Optional.empty(), List.of("gone.jsonl"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is no file 'gone.jsonl'");
  }

  @Test
  @Order(13)
  void trials_of_other_settings_are_counted_as_left_over() throws IOException {
    ExperimentRequest fewer =
        new ExperimentRequest(
            List.of("cells.yaml"),
            List.of(),
            "sweep.cell=[gru]",
            OptionalInt.of(1),
            false,
            "again");
    ExperimentResult result = run(withoutWorkers("two"), fewer, new Heard()).experiments().get(0);

    assertThat(result.left().names()).singleElement().asString().startsWith("rnn-1x5-seed1-");
    assertThat(result.left().bytes()).isPositive().isLessThan(result.diskBytes());
    assertThat(base.resolve("two/cells").resolve(result.left().names().get(0))).isDirectory();
  }

  @Test
  @Order(14)
  void an_evaluation_without_the_training_corpus_says_what_is_missing() throws IOException {
    Path trial = someTrial("one/cells");
    try (Stream<Path> corpora = Files.list(base.resolve("one/.corpora"))) {
      for (Path corpus : corpora.filter(Files::isDirectory).toList()) {
        Files.delete(corpus.resolve("corpus.json"));
      }
    }
    Evaluated evaluated =
        engine("one")
            .evaluate(
                new EvaluateRequest(Optional.of(trial.toString()), List.of("dialogues.jsonl")));

    assertThat(evaluated.metrics()).containsKey("crossEntropy");
    assertThat(evaluated.metrics().keySet()).noneMatch(name -> name.startsWith("baseline."));
    assertThat(String.join("\n", evaluated.notes()))
        .contains("no baselines", base.resolve("one").resolve(".corpora").toString());
  }

  @Test
  @Order(12)
  void what_workers_need_is_missed_before_a_trial_is_begun() {
    assertThatThrownBy(
            () -> run(withoutWorkers("bare"), request("cells.yaml", 1, false), new Heard()))
        .hasMessage("no natives here");
    assertThat(base.resolve("bare/cells")).isDirectoryNotContaining(Files::isDirectory);
  }

  private static RunResult run(Engine engine, ExperimentRequest request, RunListener listener) {
    return engine.experiment(engine.check(request), listener);
  }

  private static List<Path> process(
      Engine engine, ExperimentRequest request, RunListener listener) {
    return engine.process(engine.check(request), listener);
  }
}
