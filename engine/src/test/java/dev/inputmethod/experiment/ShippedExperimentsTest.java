package dev.inputmethod.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The experiments that users find in the repository. */
class ShippedExperimentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static List<Experiment> read(String pattern) {
    return new ExperimentReader(ROOT, Overrides.parse(""))
        .read(List.of(pattern), List.of(), "inputmethod.experiments");
  }

  @Test
  void all_of_them_can_be_read_together_and_ask_a_question() {
    assertThat(read("experiments/**/*.yaml"))
        .hasSizeGreaterThan(7)
        .allSatisfy(experiment -> assertThat(experiment.question()).isPresent());
  }

  @Test
  void the_page_about_them_lists_every_one() throws IOException {
    String page = Files.readString(ROOT.resolve("experiments/README.md"), StandardCharsets.UTF_8);

    for (Experiment experiment : read("experiments/**/*.yaml")) {
      String file = experiment.sourceName().replace("experiments/", "");
      assertThat(page).contains("](" + file + ")").contains(experiment.question().orElseThrow());
    }
  }

  @Test
  void each_task_with_a_known_answer_has_a_study_that_is_shortened_and_says_so() {
    for (TaskName name : List.of(TaskName.ADDING, TaskName.TEMPORAL_ORDER, TaskName.COPY_MEMORY)) {
      Experiment study = read("experiments/studies/" + Setting.word(name) + ".yaml").get(0);

      assertThat(study.source()).contains("Shortened");
      assertThat(study.searchSpace().configurations())
          .allSatisfy(config -> assertThat(config.task().name()).isEqualTo(name))
          .allSatisfy(config -> assertThat(config.task().length()).isBetween(10, 40));
    }
  }
}
