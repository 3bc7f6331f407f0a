package dev.inputmethod.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.TinyCorpus;
import dev.inputmethod.TinySettings;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.experiment.Clipping;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.experiment.TrainingTargets;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.kernel.Kernels;
import dev.inputmethod.reports.gradient.ReachSummaries;
import dev.inputmethod.reports.record.GradientSummary;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Measurement.Reach;
import dev.inputmethod.reports.record.Moment;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.reports.record.Provenance;
import dev.inputmethod.reports.record.Thresholds;
import dev.inputmethod.reports.record.TrialDirectory;
import dev.inputmethod.reports.record.TrialRecord;
import dev.inputmethod.reports.record.TrialSetup;
import dev.inputmethod.reports.record.Verdict;
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
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialRunTest {
  private static final TrainingSettings ADAM = TinySettings.training(3, 0.02, Optimizer.ADAM);
  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final Provenance PROVENANCE =
      new Provenance(Map.of(), "", "", "", "", "as planned", 1, "", "", 0);

  private static EncodedCorpus corpus;

  @TempDir private Path directory;

  @BeforeAll
  static void encode(@TempDir Path shared) {
    corpus = TinyCorpus.encoded(shared, 30);
  }

  private TrialDirectory run(String name, TrainingSettings training, long seed) throws IOException {
    return run(name, TinySettings.trial(training), seed);
  }

  private TrialDirectory run(String name, TrialConfig config, long seed) throws IOException {
    TrialDirectory trial = new TrialDirectory(directory.resolve(name));
    Files.createDirectories(trial.path());
    trial.write(
        new TrialSetup(
            TrialSetup.SCHEMA, name, "tiny", config.canonical(), seed, Thresholds.STANDARD));
    new TrialRun(trial, Optional.of(corpus), STILL).run(PROVENANCE, new TrialListener() {});
    return trial;
  }

  private static List<Measurement> measurements(TrialDirectory trial) {
    List<Measurement> measurements = new ArrayList<>();
    trial.readMeasurements(measurements::add);
    return measurements;
  }

  @Test
  void a_trial_ends_with_a_record_of_the_best_epoch() throws IOException {
    TrialDirectory trial = run("gru", ADAM, 1);
    TrialRecord record = trial.readRecord();

    assertThat(record.outcome()).isEqualTo(new Outcome.Completed());
    assertThat(record.metrics())
        .containsKeys(
            "validation.crossEntropy",
            "test.crossEntropy",
            "test.crossEntropyInVocabulary",
            "test.perplexity",
            "test.recallAt1",
            "test.recallAt3WithLetters",
            "test.mrrAt5",
            "baseline.test.uniform.crossEntropy",
            "baseline.test.unigram.crossEntropy",
            "baseline.test.bigram.crossEntropy");
    double lowest =
        measurements(trial).stream()
            .filter(Measurement.Epoch.class::isInstance)
            .mapToDouble(it -> ((Measurement.Epoch) it).validationLoss())
            .min()
            .orElseThrow();
    assertThat(record.metrics()).containsEntry("validation.crossEntropy", lowest);
    assertThat(record.data().orElseThrow().vocabularySize()).isEqualTo(corpus.vocabulary().size());
  }

  @Test
  void a_record_tells_what_was_probed_and_what_it_is_called() throws IOException {
    TrialDirectory trial = run("gru", ADAM, 1);
    TrialRecord record = trial.readRecord();

    assertThat(record.verdict().orElseThrow().kind()).isEqualTo(Verdict.Kind.NOT_TESTABLE);
    assertThat(record.verdict().orElseThrow().initially()).contains(Verdict.Kind.NOT_TESTABLE);
    assertThat(record.verdict().orElseThrow().reason())
        .isEqualTo("A context of 3 words is too short to judge a decay; 10 are needed.");
    GradientSummary gradient = record.gradient().orElseThrow();
    assertThat(gradient.examples()).isPositive();
    assertThat(gradient.lyapunov()).isPresent();
    assertThat(gradient.gateHalfLife()).isPresent();
    Reach best = (Reach) ofMoment(trial, Moment.BEST).get(0);
    assertThat(best.step()).isEqualTo(record.best().orElseThrow().step());
    assertThat(gradient.reach()).isEqualTo(ReachSummaries.of(best, TinySettings.CONTEXT));
    assertThat(ofMoment(trial, Moment.BEST)).hasSize(3);
    assertThat(ofMoment(trial, Moment.INITIAL)).hasSize(3);
  }

  @Test
  void a_record_tells_which_kernels_ran() throws IOException {
    TrainingSettings truncated =
        TinySettings.training(ADAM, Clipping.none(), OptionalInt.of(2), TrainingTargets.LAST);

    assertThat(run("fast", ADAM, 1).readRecord().provenance().kernels())
        .isEqualTo("fast (" + Kernels.best().name() + ")");
    assertThat(run("truncated", truncated, 1).readRecord().provenance().kernels())
        .isEqualTo("reference");
    TrialRecord failed = run("wild", TinySettings.diverging(3, 8), 1).readRecord();
    assertThat(failed.outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(failed.provenance().kernels()).isEqualTo("reference");
  }

  /** Measured with the best parameters, not with the last. */
  @Test
  void the_best_reach_is_the_best_epochs() throws IOException {
    TrialDirectory trial = run("falling", TinySettings.training(4, 0.3, Optimizer.ADAM), 1);
    assertThat(trial.readRecord().best().orElseThrow().epoch()).isLessThan(4);
    Reach best = (Reach) ofMoment(trial, Moment.BEST).get(0);
    TrialDirectory shorter =
        run(
            "shorter",
            TinySettings.training(
                trial.readRecord().best().orElseThrow().epoch(), 0.3, Optimizer.ADAM),
            1);
    Reach last = (Reach) ofMoment(shorter, Moment.BEST).get(0);
    assertThat(best.input()).isEqualTo(last.input());
  }

  private static List<Measurement> ofMoment(TrialDirectory trial, Moment moment) {
    List<Measurement> found = new ArrayList<>();
    for (Measurement measurement : measurements(trial)) {
      if ((measurement instanceof Reach reach && reach.moment() == moment)
          || (measurement instanceof Measurement.Spectra spectra && spectra.moment() == moment)
          || (measurement instanceof Measurement.Saturation shares && shares.moment() == moment)) {
        found.add(measurement);
      }
    }
    return found;
  }

  @Test
  void it_is_measured_as_often_as_asked() throws IOException {
    List<Measurement> measurements = measurements(run("gru", ADAM, 1));

    assertThat(measurements.get(0)).isInstanceOf(Measurement.Reach.class);
    assertThat(measurements)
        .filteredOn(Measurement.Step.class::isInstance)
        .extracting(Measurement::step)
        .isEqualTo(everySecond(measurements));
    assertThat(measurements)
        .filteredOn(it -> it instanceof Reach reach && reach.moment() != Moment.BEST)
        .hasSizeGreaterThan(3)
        .allMatch(it -> it.step() % 5 == 0);
    assertThat(measurements).filteredOn(Measurement.Epoch.class::isInstance).hasSize(3);
  }

  /** Those of epochs' last steps too, where histograms are taken at the same time. */
  private static List<Long> everySecond(List<Measurement> measurements) {
    long last = measurements.stream().mapToLong(Measurement::step).max().orElseThrow();
    return LongStream.rangeClosed(1, last / 2).mapToObj(half -> 2 * half).toList();
  }

  @Test
  void the_same_seed_gives_the_same_measurements_byte_for_byte() throws IOException {
    byte[] first = Files.readAllBytes(run("one", ADAM, 1).measurements());
    byte[] again = Files.readAllBytes(run("again", ADAM, 1).measurements());
    byte[] other = Files.readAllBytes(run("other", ADAM, 2).measurements());

    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  /** One step an epoch: what it does to the loss is first seen in validation. */
  @Test
  void a_validation_loss_that_is_no_number_is_called_so() throws IOException {
    TrialDirectory trial = run("wild", TinySettings.diverging(100, 65_536), 1);

    assertThat(trial.readRecord().outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.reason()).startsWith("the validation loss became"));
  }

  @Test
  void a_trial_with_a_target_at_every_word_is_scored_and_probed_like_any_other()
      throws IOException {
    TrainingSettings every =
        TinySettings.training(
            ADAM,
            new Clipping(Clipping.By.GLOBAL_NORM, 1),
            OptionalInt.of(2),
            TrainingTargets.EVERY);
    TrialDirectory trial = run("every", every, 1);
    TrialRecord plain = run("last", ADAM, 1).readRecord();

    assertThat(trial.readRecord().outcome()).isEqualTo(new Outcome.Completed());
    assertThat(trial.readRecord().metrics().keySet()).isEqualTo(plain.metrics().keySet());
    assertThat(trial.readRecord().metrics())
        .containsEntry("test.targets", plain.metrics().get("test.targets"));
    assertThat(trial.readRecord().metrics().get("validation.crossEntropy"))
        .isLessThan(plain.metrics().get("baseline.validation.uniform.crossEntropy"));
    Measurement.Reach reach =
        measurements(trial).stream()
            .filter(Measurement.Reach.class::isInstance)
            .map(Measurement.Reach.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(reach.input().get(1)).isPositive();
    assertThat(reach.input().get(2)).isZero();
    assertThat(Files.readAllBytes(run("again", every, 1).measurements()))
        .isEqualTo(Files.readAllBytes(trial.measurements()));
  }

  @Test
  void the_share_of_clipped_steps_is_measured_where_gradients_are_clipped() throws IOException {
    assertThat(clippedShares("tight", new Clipping(Clipping.By.GLOBAL_NORM, 1e-6)))
        .isNotEmpty()
        .containsOnly(Optional.of(1.0));
    assertThat(clippedShares("wide", new Clipping(Clipping.By.GLOBAL_NORM, 1e6)))
        .isNotEmpty()
        .containsOnly(Optional.of(0.0));
    assertThat(clippedShares("none", Clipping.none())).isNotEmpty().containsOnly(Optional.empty());
  }

  private List<Optional<Double>> clippedShares(String name, Clipping clipping) throws IOException {
    TrainingSettings training =
        TinySettings.training(ADAM, clipping, OptionalInt.empty(), TrainingTargets.LAST);
    return measurements(run(name, training, 1)).stream()
        .filter(Measurement.Step.class::isInstance)
        .map(it -> ((Measurement.Step) it).clippedShare())
        .toList();
  }

  @Test
  void a_loss_that_is_no_number_ends_the_trial_as_failed_and_keeps_what_was_measured()
      throws IOException {
    TrialDirectory trial = run("wild", TinySettings.diverging(3, 8), 1);

    assertThat(trial.readRecord().outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .contains("loss became", "epoch 1", "lower training.learningRate"));
    assertThat(measurements(trial)).isNotEmpty();
    assertThat(trial.readRecord().metrics()).isEmpty();
    Verdict verdict = trial.readRecord().verdict().orElseThrow();
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.EXPLODING);
    assertThat(verdict.reason()).contains("diverged", "loss became");
    assertThat(verdict.initially()).contains(Verdict.Kind.NOT_TESTABLE);
  }
}
