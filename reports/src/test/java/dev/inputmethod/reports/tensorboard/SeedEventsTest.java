package dev.inputmethod.reports.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Direction;
import dev.inputmethod.reports.record.ExperimentDirectory;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.MeasurementWriter;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.reports.record.Samples;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    trial(
        name,
        seed,
        new Measurement.Reach(
            0,
            0,
            List.of(9L, 9L, 9L),
            List.of(1.0, 0.5, 0.5 / Math.pow(10, (double) seed)),
            List.of()),
        losses);
  }

  private void trial(String name, long seed, Measurement.Reach reach, double... losses) {
    TrialDirectory trial = directory.trial(name);
    Configuration configuration = Samples.configuration("lstm", 1);
    try (MeasurementWriter writer = new MeasurementWriter(trial.measurements(), CLOCK)) {
      writer.append(reach);
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
  void seeds_that_a_mean_leaves_out_are_counted_and_said() throws IOException {
    directory.write(Samples.experiment(List.of(), List.of("lstm-seed1-ab", "lstm-seed2-ab")));
    trial("lstm-seed1-ab", 1, reach(0.05, 2), 5);
    trial("lstm-seed2-ab", 2, reach(0, Double.POSITIVE_INFINITY), 5);

    SeedEvents.write(directory, CLOCK);

    Map<String, List<Summary.Value>> values = run("lstm-ab");
    String ratio = "over_seeds/gradient/reach_ratio_log10";
    assertThat(EventReader.last(values, ratio + "/mean")).isCloseTo(-1, within(1e-6f));
    assertThat(EventReader.last(values, ratio + "/seeds")).isEqualTo(1);
    assertThat(description(values, ratio + "/mean"))
        .contains("A ratio of 0 has no logarithm.")
        .contains("the mean leaves out 1 of 2 seeds");
    // One seed's half-life is 2, the other's infinite: 12 at most.
    String halfLife = "over_seeds/gradient/half_life";
    assertThat(EventReader.last(values, halfLife + "/mean")).isEqualTo(7);
    assertThat(EventReader.last(values, halfLife + "/seeds")).isEqualTo(2);
    assertThat(description(values, halfLife + "/mean"))
        .contains("capped at the context length")
        .doesNotContain("leaves out");
  }

  /** Over twelve words. */
  private static Measurement.Reach reach(double far, double halfLife) {
    List<Double> input = new ArrayList<>(Collections.nCopies(12, 0.5));
    input.set(11, far);
    Decay decay =
        new Decay(1, 11, 0.5, halfLife, 0.95, Optional.empty(), Optional.empty(), 1, 1, 2);
    return new Measurement.Reach(
        0,
        0,
        Moment.INITIAL,
        Collections.nCopies(12, 256L),
        input,
        List.of(),
        List.of(),
        Optional.of(decay),
        List.of());
  }

  @Test
  void the_ratio_is_the_one_that_verdicts_are_judged_by() {
    List<Double> input = List.of(1.0, 0.5, 0.005, 0.5, 0.05);
    Measurement.Reach forward =
        new Measurement.Reach(0, 0, List.of(), input, List.of(state(Direction.FORWARD)));
    Measurement.Reach bothWays =
        new Measurement.Reach(
            0, 0, List.of(), input, List.of(state(Direction.FORWARD), state(Direction.BACKWARD)));
    assertThat(SeedTag.RATIO.of(forward, 99)).contains(-1.0);
    assertThat(SeedTag.RATIO.of(forward, 3)).contains(0.0);
    assertThat(SeedTag.RATIO.of(bothWays, 99)).contains(-2.0);
    assertThat(SeedTag.RATIO.of(bothWays, 1)).contains(0.0);
  }

  private static Measurement.HiddenReach state(Direction direction) {
    return new Measurement.HiddenReach(1, direction, List.of(1.0, 1.0, 1.0, 1.0, 1.0));
  }

  @Test
  void a_configurations_verdict_and_its_counts_are_a_text() throws IOException {
    directory.write(Samples.experiment(List.of(), List.of("lstm-seed1-ab", "lstm-seed2-ab")));
    trial("lstm-seed1-ab", 1, 5);
    trial("lstm-seed2-ab", 2, 5);

    SeedEvents.write(directory, CLOCK);

    Summary.Value text = EventReader.first(run("lstm-ab"), "over_seeds/verdict");
    assertThat(text.getMetadata().getPluginData().getPluginName()).isEqualTo("text");
    assertThat(text.getTensor().getStringVal(0).toStringUtf8())
        .startsWith("**short reach &#40;2 of 2 seeds&#41;** 31 words back, the gradient norm");
  }

  private static String description(Map<String, List<Summary.Value>> values, String tag) {
    return EventReader.first(values, tag).getMetadata().getSummaryDescription();
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
