package dev.inputmethod.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.problem.InvalidInputException;
import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.ExperimentRecord;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.OutputDirectory;
import dev.inputmethod.reports.record.Provenance;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialFinderTest {
  @TempDir private Path base;

  @Test
  void a_trial_is_found_by_its_name_and_by_its_directory() throws IOException {
    TrialDirectory trial = experiment("cells", "lstm-1x4-seed1-0a");

    assertThat(find("lstm-1x4-seed1-0a")).isEqualTo(trial);
    assertThat(find("cells/lstm-1x4-seed1-0a")).isEqualTo(trial);
    assertThat(find("out/cells/lstm-1x4-seed1-0a").path()).isEqualTo(trial.path());
  }

  @Test
  void a_name_in_two_experiments_is_ambiguous_until_the_experiment_is_named() throws IOException {
    TrialDirectory first = experiment("cells", "lstm-1x4-seed1-0a");
    TrialDirectory second = experiment("far", "lstm-1x4-seed1-0a");

    assertThatThrownBy(() -> find("lstm-1x4-seed1-0a"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "inputmethod.trial: 'lstm-1x4-seed1-0a' is in more than one experiment; write"
                + " experiment/trial, such as cells/lstm-1x4-seed1-0a");
    assertThat(find("cells/lstm-1x4-seed1-0a")).isEqualTo(first);
    assertThat(find("far/lstm-1x4-seed1-0a")).isEqualTo(second);
  }

  @Test
  void an_unfinished_trial_makes_no_name_ambiguous() throws IOException {
    TrialDirectory finished = experiment("cells", "lstm-1x4-seed1-0a");
    TrialDirectory unfinished = experiment("far", "lstm-1x4-seed1-0a");
    Files.delete(unfinished.record());

    assertThat(find("lstm-1x4-seed1-0a")).isEqualTo(finished);
  }

  @Test
  void the_name_of_an_experiment_means_its_best_trial() throws IOException {
    experiment("cells", "lstm-1x4-seed1-0a");
    TrialDirectory trial = experiment("far", "rnn-1x4-seed1-0b");

    assertThat(find("far")).isEqualTo(trial);
  }

  @Test
  void a_trial_without_a_model_is_refused() throws IOException {
    Files.delete(experiment("cells", "lstm-1x4-seed1-0a").bestModel());

    assertThatThrownBy(() -> find("lstm-1x4-seed1-0a"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("lstm-1x4-seed1-0a has no trained model: ")
        .hasMessageContaining("/best/model.zip is missing; delete the trial's directory");
  }

  @Test
  void a_misspelt_name_is_corrected() throws IOException {
    experiment("cells", "lstm-1x4-seed1-0a");

    assertThatThrownBy(() -> find("cels"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith("; did you mean 'cells'?");
    assertThatThrownBy(() -> find("lstm-1x4-seed2-0a"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith("; did you mean 'lstm-1x4-seed1-0a'?");
    assertThatThrownBy(() -> find("lstm-1x4-sead1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith("; did you mean 'lstm-1x4-seed1-0a'?");
    assertThatThrownBy(() -> find("gru"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageEndingWith("; the trials are the directories in an experiment's directory");
  }

  private TrialDirectory find(String name) {
    return new TrialFinder(new WorkingDirectories(base, Path.of("out"))).find(Optional.of(name));
  }

  /** Writes an experiment with one completed trial. */
  private TrialDirectory experiment(String name, String trial) throws IOException {
    var directory = new OutputDirectory(base.resolve("out")).experiment(name);
    directory.write(
        new ExperimentRecord(
            ExperimentRecord.SCHEMA,
            name,
            Optional.empty(),
            "",
            name + ".yaml",
            "again",
            Map.of(),
            List.of(),
            List.of(),
            List.of(trial),
            0,
            Thresholds.STANDARD));
    TrialDirectory written = directory.trial(trial);
    Files.createDirectories(written.bestModel().getParent());
    Files.writeString(written.bestModel(), "weights");
    written.write(
        new TrialRecord(
            TrialRecord.SCHEMA,
            trial,
            name,
            new Configuration(Map.of("model.cell", "lstm")),
            1,
            new Outcome.Completed(),
            Optional.empty(),
            Map.of("validation.crossEntropy", 5.0),
            Optional.empty(),
            new Provenance(
                Map.of(), "", "", "", "", "reference", 1, "", "2026-01-01T00:00:00Z", 75)));
    return written;
  }
}
