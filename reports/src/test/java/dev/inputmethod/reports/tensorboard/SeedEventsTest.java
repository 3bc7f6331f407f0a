package dev.inputmethod.reports.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.MeasurementWriter;
import dev.inputmethod.reports.record.Samples;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedEventsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private final ExperimentDirectory directory;

  SeedEventsTest(@TempDir Path directory) {
    this.directory = new ExperimentDirectory(directory);
  }

  private void trial(String name, long seed, double... losses) {
    TrialDirectory trial = directory.trial(name);
    Configuration configuration = Samples.configuration("lstm", 1);
    try (MeasurementWriter writer = new MeasurementWriter(trial.measurements(), CLOCK)) {
      writer.append(
          new Measurement.Reach(
              0,
              0,
              List.of(9L, 9L, 9L),
              List.of(1.0, 0.5, 0.5 / Math.pow(10, (double) seed)),
              List.of()));
      for (int i = 0; i < losses.length; i++) {
        writer.append(new Measurement.Epoch(i + 1, 10L * (i + 1), 5, losses[i]));
      }
    }
    trial.write(
        Samples.completed(name, configuration, seed, Map.of("validation.crossEntropy", 5.0)));
  }

  private Map<String, List<Summary.Value>> run(String name) throws IOException {
    return EventReader.values(directory.path().resolve("over-seeds").resolve(name));
  }

  @Test
  void seeds_become_a_mean_with_one_standard_deviation_to_each_side() throws IOException {
    directory.write(Samples.experiment(List.of(), List.of("lstm-seed1-ab", "lstm-seed2-ab")));
    trial("lstm-seed1-ab", 1, 7, 4);
    trial("lstm-seed2-ab", 2, 7, 6);

    SeedEvents.write(directory, CLOCK);

    Map<String, List<Summary.Value>> values = run("lstm-ab");
    assertThat(EventReader.last(values, "over_seeds/loss/validation/mean")).isEqualTo(5);
    assertThat(EventReader.last(values, "over_seeds/loss/validation/upper"))
        .isCloseTo((float) (5 + Math.sqrt(2)), within(1e-6f));
    assertThat(EventReader.last(values, "over_seeds/loss/validation/lower"))
        .isCloseTo((float) (5 - Math.sqrt(2)), within(1e-6f));
    assertThat(EventReader.last(values, "over_seeds/gradient/reach_ratio_log10/mean"))
        .isCloseTo(-1.5f, within(1e-6f));
    assertThat(values).doesNotContainKey("over_seeds/gradient/half_life/mean");
  }

  @Test
  void runs_of_configurations_that_are_gone_are_emptied_and_those_there_replaced()
      throws IOException {
    directory.write(Samples.experiment(List.of(), List.of("lstm-seed1-ab")));
    trial("lstm-seed1-ab", 1, 7);
    SeedEvents.write(directory, CLOCK);
    directory.write(Samples.experiment(List.of(), List.of("lstm-seed1-cd")));
    trial("lstm-seed1-cd", 1, 6);
    SeedEvents.write(directory, CLOCK);
    SeedEvents.write(directory, CLOCK);

    assertThat(directory.path().resolve("over-seeds/lstm-ab")).isEmptyDirectory();
    assertThat(EventReader.last(run("lstm-cd"), "over_seeds/loss/validation/mean")).isEqualTo(6);
    assertThat(Files.exists(directory.trial("lstm-seed1-ab").record())).isTrue();
  }
}
