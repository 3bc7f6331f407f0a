package dev.inputmethod.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.record.Verdict;
import dev.inputmethod.sweep.SweepListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            "cells: 4 trials, 1 already recorded; 2 duplicate configurations skipped",
            "[1/3] a: 5.0000 nats per word, perplexity 148.4 at epoch 2, 75 s",
            "[2/3] b failed: the loss became NaN",
            "a worker was started again",
            "[3/3] c: 5.0000 nats per word, perplexity 148.4 at epoch 2, 75 s");
  }

  @Test
  void a_line_tells_what_the_gradient_is_called_and_its_half_life() {
    try (ProgressView progress = ProgressView.lines(log::add)) {
      progress.trialFinished(Records.probed("a"));
    }

    assertThat(log)
        .containsExactly(
            "[1/1] a: 5.0000 nats per word, perplexity 148.4 at epoch 2, 75 s; gradient: short"
                + " reach, half-life 1.93 words");
  }

  @Test
  void a_decay_that_is_not_exponential_has_no_half_life() {
    try (ProgressView progress = ProgressView.lines(log::add)) {
      progress.trialFinished(Records.probed("a", 0.5, Verdict.Kind.SHORT_REACH));
    }

    assertThat(log)
        .containsExactly(
            "[1/1] a: 5.0000 nats per word, perplexity 148.4 at epoch 2, 75 s; gradient: short"
                + " reach");
  }

  @Test
  void a_dead_gradient_has_no_half_life() {
    try (ProgressView progress = ProgressView.lines(log::add)) {
      progress.trialFinished(Records.probed("a", 0.99, Verdict.Kind.DEAD));
    }

    assertThat(log).singleElement().asString().endsWith("; gradient: dead");
  }

  @Test
  void a_trial_that_is_worse_than_an_untrained_network_is_told() {
    try (ProgressView progress = ProgressView.lines(log::add)) {
      progress.trialFinished(Records.diverged("a"));
      progress.trialFinished(Records.completed("b"));
    }

    assertThat(log.get(0))
        .endsWith("; predicts worse than an untrained network: it probably diverged");
    assertThat(log.get(1)).doesNotContain("diverged");
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
  void a_closed_bar_leaves_the_next_line_to_others() {
    PrintStream both = new PrintStream(terminal, true, UTF_8);
    try (ProgressView progress = ProgressView.bar(both, 80, both::println)) {
      progress.corpusRead(419_000, 419_000);
      progress.planned("cells", 1, 0, 0);
    }
    both.println("lstm is best");

    assertThat(terminal.toString(UTF_8).lines().map(String::strip))
        .contains("cells: 1 trial", "lstm is best")
        .anyMatch(line -> line.endsWith("] 0.4 MB of 0.4 MB"));
  }

  @Test
  void a_bar_keeps_its_width_and_tells_no_time_before_it_can() {
    BarText text = new BarText(done -> done + "/200 trials");

    assertThat(text.line("a", new BarText.Done(0, 50, 200), Duration.ofSeconds(2), "epoch 1/2", 40))
        .isEqualTo("a  25% [==>       ] 50/200 trials, epoch 1/2");
    assertThat(text.line("a", new BarText.Done(0, 1, 200), Duration.ofSeconds(60), "", 40))
        .isEqualTo("a   0% [>         ] 1/200 trials");
    assertThat(text.line("a", new BarText.Done(100, 150, 200), Duration.ofSeconds(60), "x", 80))
        .isEqualTo("a  75% [===============>    ] 150/200 trials, 60 s left, x");
    assertThat(text.line("a", new BarText.Done(0, 200, 200), Duration.ofSeconds(60), "", 40))
        .isEqualTo("a 100% [==========] 200/200 trials");
  }

  @Test
  void a_trial_half_done_counts_half() {
    BarProgress progress = new BarProgress(new PrintStream(terminal, true, UTF_8), 120, log::add);
    progress.planned("cells", 4, 1, 0);
    progress.trialProgressed(at("a", 50));
    progress.trialProgressed(at("rnn-1x4-seed1-3fa9c1b2", 50));
    progress.close();

    assertThat(terminal.toString(UTF_8))
        .contains("cells  50%")
        .contains("epoch 1/2 loss 6.500 rnn-1x4-seed1")
        .doesNotContain("3fa9c1b2");
  }

  @Test
  void a_bar_is_for_somebody_who_watches() {
    assertThat(ConsoleEnvironment.isWatched(true, Map.of())).isTrue();
    assertThat(ConsoleEnvironment.isWatched(false, Map.of())).isFalse();
    assertThat(ConsoleEnvironment.isWatched(true, Map.of("CI", "true"))).isFalse();
    assertThat(ConsoleEnvironment.isWatched(true, Map.of("TERM", "dumb"))).isFalse();
  }

  private static void run(ProgressView progress) {
    progress.corpusRead(0, 3_000_000);
    progress.corpusRead(3_000_000, 3_000_000);
    progress.planned("cells", 4, 1, 2);
    progress.trialProgressed(at("a", 10));
    progress.trialFinished(Records.completed("a"));
    progress.trialFinished(Records.failed("b", "the loss became NaN"));
    progress.note("a worker was started again");
    progress.trialFinished(Records.completed("c"));
    progress.experimentFinished(Records.result(Path.of("out"), "cells"));
  }

  private static SweepListener.Progress at(String trial, long step) {
    return new SweepListener.Progress(trial, 1, 2, step, 100, 6.5);
  }
}
