package dev.inputmethod.reports.tensorboard;

import static dev.inputmethod.reports.tensorboard.EventSamples.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.reports.record.Configuration;
import dev.inputmethod.reports.record.Decay;
import dev.inputmethod.reports.record.Direction;
import dev.inputmethod.reports.record.Golden;
import dev.inputmethod.reports.record.Locales;
import dev.inputmethod.reports.record.Measurement.Attention;
import dev.inputmethod.reports.record.Measurement.Epoch;
import dev.inputmethod.reports.record.Measurement.GateShares;
import dev.inputmethod.reports.record.Measurement.HiddenReach;
import dev.inputmethod.reports.record.Measurement.JacobianSpectrum;
import dev.inputmethod.reports.record.Measurement.Norms;
import dev.inputmethod.reports.record.Measurement.PlaceSaturation;
import dev.inputmethod.reports.record.Measurement.PlaceSpectra;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Measurement.Saturation;
import dev.inputmethod.reports.record.Measurement.Spectra;
import dev.inputmethod.reports.record.Measurement.Spectrum;
import dev.inputmethod.reports.record.Measurement.Step;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.reports.record.Samples;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialSetup;
import dev.inputmethod.reports.tensorboard.proto.DataClass;
import dev.inputmethod.reports.tensorboard.proto.DataType;
import dev.inputmethod.reports.tensorboard.proto.Event;
import dev.inputmethod.reports.tensorboard.proto.HParamsPluginData;
import dev.inputmethod.reports.tensorboard.proto.SessionLog.SessionStatus;
import dev.inputmethod.reports.tensorboard.proto.SessionStartInfo;
import dev.inputmethod.reports.tensorboard.proto.Status;
import dev.inputmethod.reports.tensorboard.proto.Summary;
import dev.inputmethod.reports.tensorboard.proto.TensorProto;
import dev.inputmethod.reports.tensorboard.proto.TensorShapeProto.Dim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialEventsTest {
  private static final String TRIAL = "lstm-2x64-seed1";

  private final Path output;

  TrialEventsTest(@TempDir Path output) {
    this.output = output;
  }

  @Test
  void the_bytes_are_the_same_in_every_locale() {
    byte[] expected = Golden.bytes(getClass(), "trial.tfevents");
    Locales.underEach(
        () -> {
          EventSamples.write(
              new TrialDirectory(trial()), TRIAL, Samples.configuration("lstm", 2), 1, false);
          try {
            assertThat(Files.readAllBytes(EventReader.file(trial()))).isEqualTo(expected);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Test
  void a_file_has_the_conventional_name_and_starts_with_its_version() throws IOException {
    EventSamples.write(output);
    assertThat(EventReader.file(trial()).getFileName().toString())
        .matches("events\\.out\\.tfevents\\.1767323045\\.inputmethod\\.[0-9]+\\.0");
    List<Event> events = EventReader.events(trial());
    assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
    assertThat(events.get(1).getSessionLog().getStatus()).isEqualTo(SessionStatus.START);
    assertThat(events).allMatch(event -> event.getWallTime() == 1767323045.5);
  }

  @Test
  void every_value_says_which_plugin_shows_it() throws IOException {
    EventSamples.write(output);
    Map<String, List<Summary.Value>> values = EventReader.values(trial());
    assertKind(values, "loss/training", "scalars", DataClass.DATA_CLASS_SCALAR);
    assertKind(values, "configuration", "text", DataClass.DATA_CLASS_TENSOR);
    assertKind(values, "parameter/embedding.weight", "scalars", DataClass.DATA_CLASS_SCALAR);
    assertKind(values, "_hparams_/session_start_info", "hparams", DataClass.DATA_CLASS_TENSOR);
  }

  @Test
  void a_step_gives_its_loss_and_the_norms_of_every_parameter() throws IOException {
    measure(new Step(1, 10, 7.25, 0.5, Map.of("w", new Norms(0.25, 0.002, 2.0))));
    Map<String, List<Summary.Value>> values = EventReader.values(output);
    assertThat(EventReader.last(values, "loss/training")).isEqualTo(7.25f);
    assertThat(EventReader.last(values, "gradient/global_norm")).isEqualTo(0.5f);
    assertThat(EventReader.last(values, "gradient/w")).isEqualTo(0.25f);
    assertThat(EventReader.last(values, "update/w")).isEqualTo(0.002f);
    assertThat(EventReader.last(values, "parameter/w")).isEqualTo(2f);
    assertThat(EventReader.last(values, "update_ratio_log10/w")).isEqualTo(-3f);
    assertThat(
            EventReader.first(values, "loss/training").getTensor().getTensorShape().getDimCount())
        .isZero();
  }

  @Test
  void a_parameter_that_stands_still_has_no_ratio_and_a_nan_stays_one() throws IOException {
    measure(new Step(1, 1, Double.NaN, Double.NaN, Map.of("w", new Norms(0, 0, 0))));
    Map<String, List<Summary.Value>> values = EventReader.values(output);
    assertThat(EventReader.last(values, "loss/training")).isNaN();
    assertThat(values).doesNotContainKey("update_ratio_log10/w");
  }

  @Test
  void reach_gives_a_series_a_distance_where_enough_examples_are_real() throws IOException {
    List<Double> norms = Collections.nCopies(12, 0.5);
    measure(
        new Reach(
            1,
            5,
            List.of(640L, 640L, 100L, 99L, 99L, 99L, 0L, 0L, 0L, 0L, 500L, 500L),
            norms,
            List.of(
                new dev.inputmethod.reports.record.Measurement.HiddenReach(
                    2, Direction.BACKWARD, norms))));
    assertThat(EventReader.values(output).keySet())
        .contains("reach/input/d000", "reach/input/d001", "reach/input/d002", "reach/input/d010")
        .contains("reach/layer2_backward/d010")
        .contains("reach_relative/input/d010", "reach_relative/layer2_backward/d010")
        .doesNotContain("reach/input/d003", "reach/input/d005", "reach/input/d011");
  }

  @Test
  void a_decay_gives_its_half_life_and_factor_unless_it_is_the_best_epochs() throws IOException {
    Reach bare = new Reach(1, 5, List.of(1L), List.of(0.5), List.of());
    Reach fitted =
        new Reach(
            1,
            5,
            Moment.INTERVAL,
            bare.examples(),
            bare.input(),
            List.of(),
            List.of(),
            Optional.of(Samples.decay()),
            List.of());
    measure(fitted);
    assertThat(EventReader.last(EventReader.values(output), "half_life/input")).isEqualTo(0.9f);
    assertThat(EventReader.last(EventReader.values(output), "factor/input")).isEqualTo(0.463f);
    measure(
        Samples.measurements().stream()
            .filter(it -> it instanceof Reach reach && reach.moment() == Moment.BEST)
            .toArray(dev.inputmethod.reports.record.Measurement[]::new));
    assertThat(EventReader.values(output)).doesNotContainKeys("half_life/input", "factor/input");
  }

  @Test
  void a_half_life_is_shown_by_the_reports_rule_and_capped_at_the_context() throws IOException {
    measure(fitted(8, 1.5, 0.95));
    assertThat(EventReader.last(EventReader.values(output), "half_life/input")).isEqualTo(1.5f);
    measure(fitted(8, Double.POSITIVE_INFINITY, 0.1));
    Map<String, List<Summary.Value>> values = EventReader.values(output);
    assertThat(EventReader.last(values, "half_life/input")).isEqualTo(9f);
    assertThat(EventReader.first(values, "half_life/input").getMetadata().getSummaryDescription())
        .contains("capped at the context length");
    for (Reach hidden : List.of(fitted(7, 1.5, 0.95), fitted(8, 1.5, 0.89))) {
      measure(hidden);
      assertThat(EventReader.values(output))
          .containsKey("factor/input")
          .doesNotContainKey("half_life/input");
    }
  }

  /** Over nine words. */
  private static Reach fitted(int distances, double halfLife, double rSquared) {
    Decay decay =
        new Decay(
            1, distances, 0.5, halfLife, rSquared, Optional.empty(), Optional.empty(), 1, 1, 2);
    return new Reach(
        1,
        5,
        Moment.INTERVAL,
        Collections.nCopies(9, 256L),
        Collections.nCopies(9, 0.5),
        List.of(),
        List.of(),
        Optional.of(decay),
        List.of());
  }

  @Test
  void a_state_is_relative_to_what_it_is_one_step_back_as_its_direction_reads() throws IOException {
    HiddenReach backward = new HiddenReach(1, Direction.BACKWARD, List.of(1.0, 2.0, 4.0, 8.0));
    List<Long> enough = Collections.nCopies(4, 256L);
    measure(new Reach(1, 5, enough, Collections.nCopies(4, 1.0), List.of(backward)));
    Map<String, List<Summary.Value>> values = EventReader.values(output);
    assertThat(EventReader.last(values, "reach_relative/layer1_backward/d002")).isEqualTo(1f);
    assertThat(EventReader.last(values, "reach_relative/layer1_backward/d000")).isEqualTo(0.25f);
  }

  @Test
  void spectra_and_saturation_have_series_by_place() throws IOException {
    measure(
        new Spectra(
            1,
            5,
            Moment.INTERVAL,
            List.of(
                new PlaceSpectra(
                    2,
                    Direction.BACKWARD,
                    Map.of("state", new Spectrum(1.5, 0.5)),
                    new JacobianSpectrum(8, 1, 2, 0.75, 1, 4, Double.NaN)))),
        new Attention(1, 5, Moment.INTERVAL, List.of(256L, 256L, 256L), List.of(0.5, 0.25, 0.25)),
        new Saturation(
            1,
            5,
            Moment.INTERVAL,
            List.of(
                new PlaceSaturation(
                    1,
                    Direction.FORWARD,
                    Map.of("forget", new GateShares(0.125, 0.25, 0.5)),
                    Map.of("candidate", 0.0625),
                    Optional.empty(),
                    Optional.of(1.0)))));
    Map<String, List<Summary.Value>> values = EventReader.values(output);
    assertThat(EventReader.last(values, "spectra/layer2_backward/state/norm")).isEqualTo(1.5f);
    assertThat(EventReader.last(values, "spectra/layer2_backward/jacobian/radius"))
        .isEqualTo(0.75f);
    assertThat(values).doesNotContainKey("spectra/layer2_backward/lyapunov");
    assertThat(EventReader.last(values, "attention/mean_distance")).isEqualTo(0.75f);
    assertThat(EventReader.last(values, "saturation/layer1_forward/forget/open")).isEqualTo(0.25f);
    assertThat(EventReader.last(values, "saturation/layer1_forward/gate_half_life")).isEqualTo(1f);
  }

  @Test
  void a_finished_trial_tells_its_verdict_and_its_gradients_figures() throws IOException {
    EventSamples.write(output);
    Map<String, List<Summary.Value>> values = EventReader.values(trial());
    assertThat(EventReader.last(values, "best/half_life")).isEqualTo(0.9f);
    assertThat(EventReader.last(values, "best/lyapunov")).isEqualTo(-0.5f);
    assertThat(text(values, "verdict")).startsWith("**short reach** g&#40;31&#41; at");
  }

  @Test
  void the_best_validation_has_a_tag_of_its_own_that_never_rises() throws IOException {
    measure(
        new Epoch(1, 10, 7, 6.0),
        new Epoch(2, 20, 6, 5.0),
        new Epoch(3, 30, 5, Double.NaN),
        new Epoch(4, 40, 5, 5.5));
    assertThat(EventReader.values(output).get("best/validation_cross_entropy"))
        .extracting(value -> value.getTensor().getFloatVal(0))
        .containsExactly(6f, 5f, 5f, 5f);
  }

  @Test
  void a_record_gives_its_metrics_and_ends_the_session() throws IOException {
    EventSamples.write(output);
    Map<String, List<Summary.Value>> values = EventReader.values(trial());
    assertThat(EventReader.last(values, "best/validation_cross_entropy")).isEqualTo(6.75f);
    assertThat(EventReader.last(values, "test/perplexity")).isEqualTo(901f);
    assertThat(EventReader.last(values, "test/recall_at_1")).isEqualTo(0.125f);
    assertThat(hparams(values, "_hparams_/session_end_info").getSessionEndInfo().getStatus())
        .isEqualTo(Status.STATUS_SUCCESS);
  }

  @Test
  void a_failed_trial_says_so_and_why() throws IOException {
    EventSamples.write(output);
    Map<String, List<Summary.Value>> values = EventReader.values(output.resolve("rnn-2x64-seed2"));
    assertThat(hparams(values, "_hparams_/session_end_info").getSessionEndInfo().getStatus())
        .isEqualTo(Status.STATUS_FAILURE);
    assertThat(text(values, "failure")).startsWith("training loss became NaN at step 17, &#34;");
  }

  @Test
  void repeats_agree_in_their_hyperparameters_and_share_a_group() throws IOException {
    EventSamples.write(output);
    SessionStartInfo first = session("lstm-2x64-seed1");
    SessionStartInfo second = session("lstm-2x64-seed2");
    assertThat(first.getHparamsMap()).isEqualTo(second.getHparamsMap()).doesNotContainKey("seed");
    assertThat(first.getGroupName()).isEqualTo(second.getGroupName()).isEqualTo("lstm-2x64");
    assertThat(first.getHparamsOrThrow("model.layers").getNumberValue()).isEqualTo(2);
    assertThat(first.getHparamsOrThrow("model.cell").getStringValue()).isEqualTo("lstm");
    assertThat(first.getHparamsOrThrow("model.bias").getBoolValue()).isTrue();
  }

  @Test
  void a_histogram_is_a_tensor_of_left_right_and_count() throws IOException {
    try (TrialEvents events = events(Samples.configuration("rnn", 1), CLOCK)) {
      events.histogram("parameter/w", 3, Histogram.of(new double[] {0, 30}));
    }
    Map<String, List<Summary.Value>> values = EventReader.values(output);
    assertKind(values, "histogram/parameter/w", "histograms", DataClass.DATA_CLASS_TENSOR);
    TensorProto tensor = EventReader.first(values, "histogram/parameter/w").getTensor();
    assertThat(tensor.getDtype()).isEqualTo(DataType.DT_DOUBLE);
    assertThat(tensor.getTensorShape().getDimList())
        .extracting(Dim::getSize)
        .containsExactly(30L, 3L);
    assertThat(tensor.getDoubleValList()).hasSize(90).startsWith(0.0, 1.0, 1.0, 1.0, 2.0, 0.0);
  }

  @Test
  void the_configuration_is_a_table_in_which_nothing_is_markup() throws IOException {
    Configuration hostile =
        new Configuration(Map.of("data.dialogues", "a|b\n<img src=x onerror=alert(1)> [x](y) *z*"));
    events(hostile, CLOCK).close();
    String markdown = text(EventReader.values(output), "configuration");
    assertThat(markdown)
        .startsWith("| setting | value |\n| &#45;&#45;&#45;".replace("&#45;", "-"))
        .contains("| data.dialogues | a&#124;b &#60;img src&#61;x")
        .contains("&#91;x&#93;&#40;y&#41; &#42;z&#42; |\n")
        .contains("| seed | 1 |");
    assertThat(markdown.lines()).allMatch(line -> line.startsWith("| ") && line.endsWith(" |"));
  }

  @Test
  void events_reach_the_disk_every_few_seconds() throws IOException {
    Ticking clock = new Ticking();
    try (TrialEvents events = events(Samples.configuration("rnn", 1), clock)) {
      int atStart = EventReader.events(output).size();
      assertThat(atStart).isEqualTo(3);
      events.measured(new Epoch(1, 10, 7, 6));
      assertThat(EventReader.events(output)).hasSize(atStart);
      clock.now = clock.now.plus(Duration.ofSeconds(10));
      events.measured(new Epoch(2, 20, 7, 6));
      assertThat(EventReader.events(output)).hasSize(atStart + 2);
    }
  }

  @Test
  void starting_afresh_leaves_one_file() throws IOException {
    Path old = Files.writeString(output.resolve("events.out.tfevents.1.host.2.3"), "old");
    measure(new Epoch(1, 10, 7, 6));
    measure(new Epoch(1, 10, 7, 6));
    assertThat(old).doesNotExist();
    assertThat(EventReader.events(output)).hasSize(4);
  }

  private Path trial() {
    return output.resolve(TRIAL);
  }

  private TrialEvents events(Configuration configuration, Clock clock) {
    TrialSetup setup = new TrialSetup(1, "a-seed1", "cells", configuration, 1, Thresholds.STANDARD);
    return new TrialEvents(new TrialDirectory(output), setup, "a", clock);
  }

  private void measure(dev.inputmethod.reports.record.Measurement... measurements) {
    try (TrialEvents events = events(Samples.configuration("rnn", 1), CLOCK)) {
      List.of(measurements).forEach(events::measured);
    }
  }

  private SessionStartInfo session(String trial) throws IOException {
    return hparams(EventReader.values(output.resolve(trial)), "_hparams_/session_start_info")
        .getSessionStartInfo();
  }

  private static void assertKind(
      Map<String, List<Summary.Value>> values, String tag, String plugin, DataClass dataClass) {
    Summary.Value value = EventReader.first(values, tag);
    assertThat(value.getMetadata().getPluginData().getPluginName()).isEqualTo(plugin);
    assertThat(value.getMetadata().getDataClass()).isEqualTo(dataClass);
  }

  private static String text(Map<String, List<Summary.Value>> values, String tag) {
    return EventReader.first(values, tag).getTensor().getStringVal(0).toStringUtf8();
  }

  static HParamsPluginData hparams(Map<String, List<Summary.Value>> values, String tag)
      throws IOException {
    return HParamsPluginData.parseFrom(
        EventReader.first(values, tag).getMetadata().getPluginData().getContent());
  }

  private static final class Ticking extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
