package dev.inputmethod.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.ModelBuilder;
import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Attention;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TaskName;
import dev.inputmethod.experiment.TaskSettings;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.Provenance;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.TrialSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trials of the tasks with known answers, from configuration to record. */
class SyntheticTrialTest {
  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final Provenance PROVENANCE =
      new Provenance(Map.of(), "", "", "", "", "as planned", 1, "", "", 0);

  @TempDir private Path directory;

  private TrialDirectory run(String name, TaskName task) throws IOException {
    return run(name, task, TinySettings.model(Cell.GRU, 2, 0.3));
  }

  private TrialDirectory run(String name, TaskName task, ModelSettings model) throws IOException {
    TrialConfig like = TinySettings.trial(TinySettings.training(2, 0.02, Optimizer.ADAM));
    TrialConfig config =
        new TrialConfig(
            new TaskSettings(task, 10, 20, 12),
            like.data(),
            model,
            like.training(),
            like.observe());
    TrialDirectory trial = new TrialDirectory(directory.resolve(name));
    Files.createDirectories(trial.path());
    trial.write(
        new TrialSetup(
            TrialSetup.SCHEMA, name, "tiny", config.canonical(), 1, Thresholds.STANDARD));
    new TrialRun(trial, Optional.empty(), STILL).run(PROVENANCE, new TrialListener() {});
    return trial;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEXT_WORD")
  void a_trial_ends_with_a_record_and_has_seen_how_far_its_gradient_reaches(TaskName task)
      throws IOException {
    TrialDirectory trial = run("trial", task);
    TrialRecord record = trial.readRecord();
    List<Measurement> measurements = new ArrayList<>();
    trial.readMeasurements(measurements::add);

    assertThat(record.outcome()).isEqualTo(new Outcome.Completed());
    assertThat(record.data()).isEmpty();
    assertThat(record.metrics()).doesNotContainKey("test.perplexity");
    assertThat(trial.vocabulary()).doesNotExist();
    assertThat(measurements)
        .filteredOn(Measurement.Reach.class::isInstance)
        .isNotEmpty()
        .allSatisfy(
            it -> {
              Measurement.Reach reach = (Measurement.Reach) it;
              int steps = reach.input().size();
              assertThat(steps).isGreaterThanOrEqualTo(10);
              assertThat(reach.examples()).containsOnly(12L);
              assertThat(reach.input()).allMatch(norm -> norm > 0);
            });
  }

  @Test
  void attention_is_measured_with_reach_in_every_task() throws IOException {
    ModelSettings model = new ModelBuilder().attention(Attention.DOT).build();
    for (TaskName task : List.of(TaskName.ADDING, TaskName.TEMPORAL_ORDER, TaskName.COPY_MEMORY)) {
      List<String> attention = new ArrayList<>();
      List<String> reach = new ArrayList<>();
      run(task.name(), task, model)
          .readMeasurements(
              measurement -> {
                if (measurement instanceof Measurement.Attention it) {
                  attention.add(it.moment() + " " + it.step());
                } else if (measurement instanceof Measurement.Reach it) {
                  reach.add(it.moment() + " " + it.step());
                }
              });
      assertThat(attention).isNotEmpty().isEqualTo(reach);
    }
  }

  @Test
  void each_task_has_its_own_figures_and_what_the_memoryless_reach() throws IOException {
    assertThat(run("adding", TaskName.ADDING).readRecord().metrics())
        .containsKeys("validation.meanSquaredError", "test.meanSquaredError")
        .containsEntry("baseline.validation.memoryless.meanSquaredError", 1.0 / 6);
    assertThat(run("order", TaskName.TEMPORAL_ORDER).readRecord().metrics())
        .containsKeys("validation.crossEntropy", "validation.accuracy", "test.accuracy")
        .containsEntry("baseline.test.lastSymbol.accuracy", 0.5);
    assertThat(run("copy", TaskName.COPY_MEMORY).readRecord().metrics())
        .containsKeys("validation.crossEntropy", "test.recallAccuracy")
        .containsEntry("baseline.validation.memoryless.crossEntropy", Math.log(8));
  }

  @Test
  void the_same_seed_gives_the_same_measurements_byte_for_byte() throws IOException {
    byte[] first = Files.readAllBytes(run("one", TaskName.ADDING).measurements());

    assertThat(Files.readAllBytes(run("again", TaskName.ADDING).measurements())).isEqualTo(first);
  }
}
