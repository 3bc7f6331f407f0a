package dev.inputmethod.reports.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoriesTest {
  private static final Configuration LSTM = Samples.configuration("lstm", 1);

  private final Path output;

  DirectoriesTest(@TempDir Path output) {
    this.output = output;
  }

  @Test
  void only_planned_trials_count_and_in_the_planned_order() throws IOException {
    ExperimentDirectory cells = new OutputDirectory(output).experiment("cells");
    cells.write(Samples.experiment(List.of(), List.of("b", "a", "started", "planned")));
    for (String trial : List.of("a", "b", "of-another-run")) {
      cells.trial(trial).write(Samples.completed(trial, LSTM, 1, Map.of()));
    }
    Files.createDirectories(cells.trial("started").path());
    Files.writeString(cells.path().resolve("notes.txt"), "mine");
    assertThat(cells.readFinished().records())
        .extracting(TrialRecord::trial)
        .containsExactly("b", "a");
    assertThat(cells.trials())
        .extracting(TrialDirectory::name)
        .containsExactly("b", "a", "started");
    Files.createDirectories(cells.path().resolve("processed"));
    assertThat(cells.otherTrials())
        .extracting(TrialDirectory::name)
        .containsExactly("of-another-run");
  }

  @Test
  void a_damaged_record_is_named_and_hides_no_other() throws IOException {
    ExperimentDirectory cells = new OutputDirectory(output).experiment("cells");
    cells.write(Samples.experiment(List.of(), List.of("a", "b")));
    for (String trial : List.of("a", "b")) {
      cells.trial(trial).write(Samples.completed(trial, LSTM, 1, Map.of()));
    }
    Files.writeString(cells.trial("a").record(), "{\"schema\": 1, \"trial\"");

    FinishedTrials finished = cells.readFinished();
    assertThat(finished.records()).extracting(TrialRecord::trial).containsExactly("b");
    assertThat(finished.damaged()).containsOnlyKeys("a");
    assertThat(finished.damaged().get("a").toString())
        .startsWith(cells.trial("a").record().toString())
        .doesNotContain("Source", "REDACTED", "expecting");
  }

  @Test
  void output_lists_experiments_by_name_and_nothing_else() throws IOException {
    OutputDirectory directory = new OutputDirectory(output.resolve("inputmethod"));
    assertThat(directory.experiments()).isEmpty();
    for (String name : List.of("reach", "cells")) {
      directory.experiment(name).write(Samples.experiment(List.of(), List.of()));
    }
    Files.createDirectories(directory.path().resolve("corpus-cache"));
    Files.writeString(directory.page(), "<html>");
    assertThat(directory.experiments())
        .containsExactly(directory.experiment("cells"), directory.experiment("reach"));
  }

  @Test
  void files_that_experiments_share_are_told_from_experiments() {
    OutputDirectory directory = new OutputDirectory(output);
    for (Path shared : List.of(directory.page(), directory.lock(), directory.workerLog(12))) {
      assertThat(OutputDirectory.isSharedFile(shared.getFileName().toString())).isTrue();
    }
    assertThat(OutputDirectory.isSharedFile("worker-1.log" + OutputDirectory.CRASH_SUFFIX))
        .isTrue();
    assertThat(OutputDirectory.isSharedFile("worker-1.txt")).isFalse();
    assertThat(OutputDirectory.isSharedFile("cells")).isFalse();
  }

  @Test
  void a_trial_knows_its_output_directory_and_its_evaluations() {
    TrialDirectory trial = new OutputDirectory(output).experiment("cells").trial("a");

    assertThat(trial.output().path()).isEqualTo(output.toAbsolutePath());
    assertThat(trial.evaluation("0123456789abcdef"))
        .isEqualTo(trial.path().resolve("evaluations/0123456789ab.json"));
    assertThat(new TrialDirectory(Path.of("out", "cells", "a")).output().path())
        .isEqualTo(Path.of("out").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret",
        "..",
        ".",
        "",
        " ",
        "a/b",
        "a\\b",
        "C:",
        "con",
        "NUL.txt",
        "lpt1",
        "a\u0000b",
        "a\n",
        "dot.",
        ".hidden",
        "space ",
        "a*"
      })
  void names_that_lead_elsewhere_are_refused(String name) {
    assertThat(PlainName.isPlain(name)).isFalse();
    ExperimentDirectory experiment = new ExperimentDirectory(output);
    assertThatThrownBy(() -> experiment.trial(name)).isInstanceOf(IllegalArgumentException.class);
    experiment.write(Samples.experiment(List.of(), List.of("good", name)));
    assertThatThrownBy(experiment::trials)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(experiment.experiment() + ": damaged: 'trials' holds")
        .hasMessageContaining("is not a plain file name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lstm-2x128-bidirectional-seed1-3fa9c1b2", "实验", "console", "a.b", "com10"})
  void ordinary_names_are_plain(String name) {
    assertThat(PlainName.isPlain(name)).isTrue();
  }

  @Test
  void a_name_given_twice_is_damage() {
    ExperimentDirectory experiment = new ExperimentDirectory(output);
    experiment.write(Samples.experiment(List.of(), List.of("a", "a")));
    assertThatThrownBy(experiment::readExperiment).hasMessageContaining("'a' twice");
  }
}
