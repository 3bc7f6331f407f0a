package dev.inputmethod.reports.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inputmethod.problem.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementFilesTest {
  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private final Path directory;

  MeasurementFilesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void measurements_have_the_same_form_in_every_locale() {
    String expected = Golden.text(getClass(), "measurements.jsonl");
    Locales.underEach(
        () -> assertThat(write(Samples.measurements(), STILL)).asString().isEqualTo(expected));
  }

  @Test
  void the_clock_leaves_no_trace() {
    assertThat(write(Samples.measurements(), Clock.systemUTC()))
        .isEqualTo(write(Samples.measurements(), STILL));
  }

  @Test
  void what_is_written_is_read() {
    write(Samples.measurements(), STILL);
    assertThat(read()).isEqualTo(Samples.measurements());
  }

  @Test
  void a_squared_error_is_no_cross_entropy() {
    Measurement.Epoch epoch =
        new Measurement.Epoch(1, 20, 0.125, 0.0625, Metrics.MEAN_SQUARED_ERROR);
    assertThat(write(List.of(epoch), STILL))
        .asString()
        .contains("\"validationCrossEntropy\":null,\"validationMeanSquaredError\":0.0625}");
    assertThat(read()).containsExactly(epoch);
  }

  @Test
  void a_line_cut_by_a_kill_is_passed_over_wherever_the_cut_is() throws IOException {
    byte[] whole = write(Samples.measurements(), STILL);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      String kept = new String(whole, 0, length, StandardCharsets.UTF_8);
      // A line whose own bytes are all there counts, though its end is missing.
      int lines =
          (int) kept.chars().filter(c -> c == '\n').count() + (whole[length] == '\n' ? 1 : 0);
      assertThat(read()).isEqualTo(Samples.measurements().subList(0, lines));
    }
  }

  @Test
  void a_damaged_line_elsewhere_is_named() throws IOException {
    write(Samples.measurements(), STILL);
    String text = Files.readString(file());
    Files.writeString(file(), text.replace("\"trainingLoss\":6.5,", ""));
    assertThatThrownBy(this::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file() + ":3: damaged: 'trainingLoss' is missing");
    Files.writeString(file(), text.replaceFirst("\\{", ""));
    assertThatThrownBy(this::read).hasMessageStartingWith(file() + ":1: damaged: it");
    Files.writeString(file(), text.replace("reach", "reach2"));
    assertThatThrownBy(this::read)
        .hasMessageContaining(
            ":2: damaged: 'kind' should be step, epoch, reach, spectra, saturation or attention but is 'reach2'");
    Files.writeString(file(), text.replace("\"moment\":\"best\"", "\"moment\":\"worst\""));
    assertThatThrownBy(this::read)
        .hasMessageContaining("'moment' should be initial, interval or best but is 'worst'");
    Files.writeString(file(), text.replace("\"backward\"", "\"sideways\""));
    assertThatThrownBy(this::read)
        .hasMessageContaining("'direction' should be forward or backward but is 'sideways'");
  }

  @Test
  void measurements_from_before_there_were_verdicts_are_read() throws IOException {
    Files.writeString(file(), Golden.text(getClass(), "measurements-before-verdicts.jsonl"));
    assertThat(read().subList(0, 3)).isEqualTo(Samples.measurements().subList(0, 3));
    assertThat(read().get(1))
        .isInstanceOfSatisfying(
            Measurement.Reach.class,
            reach -> {
              assertThat(reach.moment()).isEqualTo(Moment.INTERVAL);
              assertThat(reach.inputDecay()).isEmpty();
            });
  }

  @Test
  void lines_reach_the_disk_every_few_seconds_and_only_whole() throws IOException {
    Ticking clock = new Ticking();
    try (MeasurementWriter writer = new MeasurementWriter(file(), clock)) {
      writer.append(Samples.measurements().get(0));
      assertThat(Files.size(file())).isZero();
      clock.now = clock.now.plus(Duration.ofSeconds(10));
      writer.append(Samples.measurements().get(1));
      assertThat(read()).hasSize(2);
      writer.append(Samples.measurements().get(2));
      assertThat(read()).hasSize(2);
    }
    assertThat(read()).hasSize(3);
  }

  @Test
  void an_unfinished_trial_starts_afresh() {
    write(Samples.measurements(), STILL);
    write(Samples.measurements().subList(0, 1), STILL);
    assertThat(read()).hasSize(1);
  }

  @Test
  void timings_are_read_as_written() throws IOException {
    TrialDirectory trial = new TrialDirectory(directory);
    List<Timing> timings = List.of(new Timing(1, 10, 0.5, 12345.5), new Timing(1, 20, 1.0, 2.0E7));
    try (TimingWriter writer = new TimingWriter(trial.timings(), STILL)) {
      timings.forEach(writer::append);
    }
    assertThat(trial.readTimings()).isEqualTo(timings);
    assertThat(Files.readString(trial.timings()))
        .startsWith("{\"epoch\":1,\"step\":10,\"seconds\":0.5,\"targetsPerSecond\":12345.5}\n");
  }

  private Path file() {
    return new TrialDirectory(directory).measurements();
  }

  private byte[] write(List<Measurement> measurements, Clock clock) {
    try (MeasurementWriter writer = new MeasurementWriter(file(), clock)) {
      measurements.forEach(writer::append);
    }
    try {
      return Files.readAllBytes(file());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<Measurement> read() {
    List<Measurement> read = new ArrayList<>();
    new TrialDirectory(directory).readMeasurements(read::add);
    return read;
  }

  private static final class Ticking extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
