package dev.inputmethod.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.TrialDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
  private final Path directory;

  FindingsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private ExperimentDirectory diverging(String... cells) {
    return new SyntheticExperiment(directory.resolve("cells"))
        .sweeping(List.of("rnn", "lstm"), List.of(1L), List.of("forward"), List.of(64L))
        .seeds(1)
        .steps(100)
        .context(32)
        .probed()
        .failing(Set.of(cells), "the loss became NaN")
        .write();
  }

  private static List<Measurement.Reach> reaches(TrialDirectory trial) {
    List<Measurement.Reach> reaches = new ArrayList<>();
    trial.readMeasurements(
        it -> {
          if (it instanceof Measurement.Reach reach) {
            reaches.add(reach);
          }
        });
    return reaches;
  }

  @Test
  void a_trial_that_diverged_after_its_best_epoch_is_drawn_as_it_is_judged_at_its_last() {
    ExperimentDirectory experiment = diverging("rnn");
    TrialDirectory rnn =
        experiment.trials().stream()
            .filter(trial -> trial.name().startsWith("rnn"))
            .findFirst()
            .orElseThrow();
    List<Measurement.Reach> reaches = reaches(rnn);
    Measurement.Reach last = reaches.get(reaches.size() - 1);
    assertThat(rnn.readRecord().best().orElseThrow().step()).isLessThan(last.step());

    Shown shown =
        Findings.read(experiment).shown().stream()
            .filter(Shown::isOfFailedTrials)
            .findFirst()
            .orElseThrow();

    assertThat(shown.inputReach().orElseThrow().trained().mean().y(20))
        .isEqualTo(last.input().get(20));
  }

  @Test
  void captions_say_so_where_there_is_such_a_trial() {
    assertThat(Findings.read(diverging("rnn")).moment())
        .isEqualTo("at the best epoch (where all trials failed, at their last measurement)");
    assertThat(Findings.read(diverging("gru")).moment()).isEqualTo("at the best epoch");
  }
}
