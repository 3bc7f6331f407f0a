package dev.inputmethod.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.sweep.SweepListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProgressViewTest {
  private final List<String> log = new ArrayList<>();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

  @Test
  void a_log_gets_a_line_for_each_trial() {
    try (ProgressView progress = ProgressView.lines(log::add)) {
      run(progress);
    }

    assertThat(log)
        .containsExactly(
            "reading dialogues, 3.0 MB",
            "cells: 4 trials, 1 with a record already; 2 configurations of the search space left out as"
                + " equal to another",
            "[1/3] a: 5.0000 nats per word, perplexity 148.4 at epoch 2, 1:15 min",
            "[2/3] b failed: the loss became NaN",
            "a worker was started again",
            "[3/3] c: 5.0000 nats per word, perplexity 148.4 at epoch 2, 1:15 min");
  }

  @Test
  void a_terminal_gets_a_bar_with_trial_epoch_and_loss() {
    try (ProgressView progress =
        ProgressView.bar(new PrintStream(terminal, true, UTF_8), 120, log::add)) {
      run(progress);
    }

    assertThat(terminal.toString(UTF_8)).contains("dialogues").contains("cells").contains("4/4");
    assertThat(log)
        .contains("b failed: the loss became NaN", "a worker was started again")
        .noneMatch(line -> line.contains("a: 5.0"));
  }

  @Test
  void a_trial_half_done_counts_half() {
    BarProgress progress = new BarProgress(new PrintStream(terminal, true, UTF_8), 120, log::add);
    progress.planned("cells", 4, 1, 0);
    progress.trialProgressed(at("a", 50));
    progress.trialProgressed(at("b", 50));
    progress.close();

    assertThat(terminal.toString(UTF_8)).contains("cells  50%").contains("epoch 1/2 loss 6.500 b");
  }

  @Test
  void a_bar_is_for_somebody_who_watches() {
    assertThat(Surroundings.areWatched(true, Map.of())).isTrue();
    assertThat(Surroundings.areWatched(false, Map.of())).isFalse();
    assertThat(Surroundings.areWatched(true, Map.of("CI", "true"))).isFalse();
    assertThat(Surroundings.areWatched(true, Map.of("TERM", "dumb"))).isFalse();
  }

  private static void run(ProgressView progress) {
    progress.corpusRead(0, 3_000_000);
    progress.corpusRead(3_000_000, 3_000_000);
    progress.planned("cells", 4, 1, 2);
    progress.trialStarted("a");
    progress.trialProgressed(at("a", 10));
    progress.trialFinished(Records.completed("a"));
    progress.trialFinished(Records.failed("b", "the loss became NaN"));
    progress.note("a worker was started again");
    progress.trialFinished(Records.completed("c"));
    progress.experimentFinished(Records.result(Path.of("out"), "cells"));
  }

  private static SweepListener.Progress at(String trial, long step) {
    return new SweepListener.Progress(trial, 1, 2, step, 100, 6.5, Optional.of(6.0));
  }
}
