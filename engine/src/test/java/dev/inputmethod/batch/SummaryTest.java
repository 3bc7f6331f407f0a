package dev.inputmethod.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.engine.RunResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SummaryTest {
  @TempDir Path directory;

  @Test
  void it_names_the_winner_the_report_the_command_and_the_disk_used() {
    Path output = directory.resolve("my results");
    List<String> lines =
        Summary.lines(
            new RunResult(
                List.of(Records.result(output, "cells")), output.resolve("index.html"), 0),
            "--only failed");

    Path report = output.resolve("cells").resolve("index.html");
    assertThat(lines)
        .containsExactly(
            "",
            "cells: lstm is best",
            "  report       " + report + " (" + report.toUri() + ")",
            "  TensorBoard  tensorboard --logdir \"" + output.resolve("cells") + '"',
            "  disk used    12.3 MB");
  }

  @Test
  void trials_of_other_settings_are_told_with_what_they_take_and_how_to_remove_them() {
    assertThat(left("rnn-1x4-seed1-3fa9c1b2"))
        .isEqualTo(
            "  left over    2.5 MB belong to 1 trial not in this run (rnn-1x4-seed1-3fa9c1b2). It"
                + " is reused if you return to its settings; to free the space, delete its"
                + " directory, or remove all results with the batch tool's 'clean'");
    assertThat(left("a", "b", "c", "d"))
        .isEqualTo(
            "  left over    2.5 MB belong to 4 trials not in this run (a, b, c, …). They are reused"
                + " if you return to those settings; to free the space, delete their directories,"
                + " or remove all results with the batch tool's 'clean'");
  }

  private String left(String... names) {
    RunResult result =
        new RunResult(
            List.of(Records.leaving(Records.result(directory, "cells"), 2_500_000, names)),
            directory.resolve("index.html"),
            0);
    List<String> lines = Summary.lines(result, "--only failed");
    return lines.get(lines.size() - 1);
  }

  @Test
  void sizes_and_durations_are_short() {
    assertThat(Sentences.bytes(22_100)).isEqualTo("22.1 kB");
    assertThat(Sentences.bytes(2_500_000_000L)).isEqualTo("2.5 GB");
    assertThat(Sentences.duration(3.04)).isEqualTo("3.0 s");
    assertThat(Sentences.duration(59.7)).isEqualTo("60 s");
    assertThat(Sentences.duration(245)).isEqualTo("4 min 5 s");
    assertThat(Sentences.duration(7325)).isEqualTo("2 h 2 min");
  }

  @Test
  void what_the_shared_corpora_take_is_told_too() {
    RunResult result =
        new RunResult(
            List.of(Records.result(directory, "cells")),
            directory.resolve("index.html"),
            2_000_000);

    assertThat(Summary.lines(result, "--only failed"))
        .contains("  corpora      2.0 MB more, for all experiments");
  }

  @Test
  void several_experiments_have_a_page_over_all() {
    List<String> lines =
        Summary.lines(
            new RunResult(
                List.of(Records.result(directory, "cells"), Records.result(directory, "far")),
                directory.resolve("index.html"),
                0),
            "--only failed");

    assertThat(lines.get(lines.size() - 1)).startsWith("all reports: ").contains("index.html");
  }

  @Test
  void a_failed_trial_is_told_with_its_file_and_reason() {
    RunResult result =
        new RunResult(
            List.of(
                Records.result(
                    directory, "cells", Records.failed("rnn-1x4", "the loss became NaN"))),
            directory.resolve("index.html"),
            0);

    assertThat(Summary.failures(result))
        .containsExactly("experiments/cells.yaml: trial rnn-1x4 failed: the loss became NaN");
    assertThat(Summary.lines(result, "--only failed"))
        .contains(
            "  failed       1 trial; rerun with --only failed; a diverged trial will diverge again"
                + " unless settings change");
  }

  @Test
  void a_command_line_is_quoted_where_a_shell_needs_it() {
    assertThat(
            ShellText.joined(List.of("mvn", "-Dx=experiments/*.yaml", "-Dprefix=我今天", "a b", "$x")))
        .isEqualTo("mvn \"-Dx=experiments/*.yaml\" -Dprefix=我今天 \"a b\" \"\\$x\"");
  }
}
