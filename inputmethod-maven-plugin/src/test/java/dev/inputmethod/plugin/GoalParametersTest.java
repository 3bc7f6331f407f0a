package dev.inputmethod.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.experiment.FilePatterns;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoalParametersTest {
  @TempDir Path directory;

  @Test
  void a_command_repeats_what_was_given_and_no_defaults() {
    GoalParameters given =
        given()
            .one("outputDirectory", "target/inputmethod")
            .patterns("include", "experiments", "a.yaml, more/*.yaml")
            .one("set", "sweep.cell=[rnn,lstm]")
            .one("only", null);

    assertThat(given.command())
        .isEqualTo(
            "mvn inputmethod:experiment \"-Dinputmethod.experiments=a.yaml,more/*.yaml\""
                + " \"-Dinputmethod.set=sweep.cell=[rnn,lstm]\"");
  }

  @Test
  void defaults_need_no_parameters() {
    GoalParameters given = given().patterns("include", "experiments", "experiments/*.yaml");

    assertThat(given.command()).isEqualTo("mvn inputmethod:experiment");
  }

  private GoalParameters given() {
    return new GoalParameters("experiment", new FilePatterns(directory));
  }
}
