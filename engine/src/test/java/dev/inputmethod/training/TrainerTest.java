package dev.inputmethod.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inputmethod.TinyCorpus;
import dev.inputmethod.TinySettings;
import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.Clipping;
import dev.inputmethod.experiment.ObserveSettings;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.experiment.TrainingTargets;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.probe.Probes;
import dev.inputmethod.reports.record.Measurement;
import dev.inputmethod.reports.record.Outcome;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.NextWordTask;
import dev.inputmethod.task.PieceBatch;
import dev.inputmethod.task.Scorer;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Epochs in which some batches have no target, and so make no update. */
class TrainerTest {
  /** So slow that in single precision nothing is learned: gradients depend on the batch alone. */
  private static final TrainingSettings STILL = TinySettings.training(1, 1e-20, Optimizer.SGD);

  private static EncodedCorpus corpus;

  @TempDir private Path directory;

  @BeforeAll
  static void encode(@TempDir Path shared) {
    corpus = TinyCorpus.encoded(shared, 10);
  }

  /** Another task but for its training batches. */
  private record Fixed(Task like, List<Batch> batches) implements Task {
    @Override
    public Iterable<Batch> training(long seed, int epoch) {
      return batches;
    }

    @Override
    public long trainingBatches() {
      return batches.size();
    }

    @Override
    public Signature signature() {
      return like.signature();
    }

    @Override
    public Iterable<Batch> validation() {
      return like.validation();
    }

    @Override
    public Iterable<Batch> test() {
      return like.test();
    }

    @Override
    public List<Batch> probe(int count) {
      return like.probe(count);
    }

    @Override
    public Scorer lossScorer() {
      return like.lossScorer();
    }

    @Override
    public Scorer scorer() {
      return like.scorer();
    }

    @Override
    public Map<String, Double> baselines() {
      return like.baselines();
    }

    @Override
    public OptionalDouble memorylessLoss() {
      return like.memorylessLoss();
    }

    @Override
    public int dependencyLength() {
      return like.dependencyLength();
    }
  }

  /** Keeps what is measured. */
  private static final class Kept implements TrialListener {
    private final List<Measurement.Step> steps = new ArrayList<>();
    private final List<Long> histograms = new ArrayList<>();

    @Override
    public void measured(Measurement measurement) {
      if (measurement instanceof Measurement.Step step) {
        steps.add(step);
      }
    }

    @Override
    public void histograms(
        long step, Map<String, float[]> parameters, Map<String, float[]> gradients) {
      assertThat(parameters).isNotEmpty();
      assertThat(gradients.keySet()).isEqualTo(parameters.keySet());
      histograms.add(step);
    }
  }

  private static Batch targets(int... words) {
    boolean[] counted = new boolean[words.length];
    java.util.Arrays.fill(counted, true);
    return new PieceBatch(words.length, words, words, counted, new boolean[] {true});
  }

  private static Batch silent() {
    return new PieceBatch(1, new int[] {3}, new int[1], new boolean[1], new boolean[] {true});
  }

  /** One epoch over the batches. */
  private Kept train(Clipping clipping, int everySteps, Batch... batches) {
    TrainingSettings training =
        TinySettings.training(STILL, clipping, OptionalInt.empty(), TrainingTargets.EVERY);
    TrialConfig like = TinySettings.trial(training);
    TrialConfig config =
        new TrialConfig(
            like.task(),
            like.data(),
            TinySettings.model(Cell.GRU, 1, 0),
            training,
            new ObserveSettings(everySteps, 0, 1));
    Task task = new Fixed(new NextWordTask(corpus, 3, 8, true), List.of(batches));
    Kept kept = new Kept();
    Trainer trainer = new Trainer(config, 1, task, new Probes(List.of(), 5), kept);
    try (NextWordModel model =
        NextWordModel.initial(config.model(), training, task.signature(), 1)) {
      assertThat(trainer.train(model, directory.resolve("best.zip")))
          .isEqualTo(new Outcome.Completed());
    }
    return kept;
  }

  @Test
  void only_updates_count_in_the_share_of_clipped_steps() {
    Batch[] batches = {targets(2, 3), silent(), silent(), targets(4, 4, 4, 4)};
    Kept plain = train(Clipping.none(), 1, batches);
    assertThat(plain.steps).extracting(Measurement.Step::step).containsExactly(1L, 4L);
    double first = plain.steps.get(0).globalNorm();
    double second = plain.steps.get(1).globalNorm();
    assertThat(Math.abs(first - second)).isGreaterThan(1e-3);

    Clipping between = new Clipping(Clipping.By.GLOBAL_NORM, (first + second) / 2);
    assertThat(train(between, 4, batches).steps)
        .extracting(Measurement.Step::clippedShare)
        .containsExactly(Optional.of(0.5));
  }

  @Test
  void histograms_are_taken_in_the_last_update_whatever_follows_it() {
    assertThat(train(Clipping.none(), 0, targets(2, 3), targets(4), silent(), silent()).histograms)
        .containsExactly(2L);
    assertThat(train(Clipping.none(), 0, silent(), targets(2, 3), silent(), targets(4)).histograms)
        .containsExactly(4L);
  }
}
