package dev.inputmethod.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inputmethod.TinySettings;
import dev.inputmethod.experiment.Cell;
import dev.inputmethod.experiment.ModelSettings;
import dev.inputmethod.experiment.Optimizer;
import dev.inputmethod.experiment.TaskName;
import dev.inputmethod.experiment.TrainingSettings;
import dev.inputmethod.layer.GradientObserver;
import dev.inputmethod.layer.HiddenGradients;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Scorer;
import dev.inputmethod.task.Signature;
import dev.inputmethod.task.SyntheticTask;
import dev.inputmethod.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms of network that tasks with known answers need. */
class SyntheticModelTest {
  private static final TrainingSettings ADAM = TinySettings.training(1, 0.02, Optimizer.ADAM);

  private static NextWordModel model(Task task) {
    return NextWordModel.initial(TinySettings.model(Cell.GRU, 1, 0), ADAM, task.signature(), 1);
  }

  static Stream<Task> tasks() {
    return Stream.of(
        SyntheticTask.adding(10, 8, 8, 8),
        SyntheticTask.temporalOrder(10, 8, 8, 8),
        SyntheticTask.copyMemory(10, 8, 8, 8));
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void what_a_step_says_of_the_loss_is_what_its_answers_are_scored(Task task) {
    Batch batch = task.training(1, 1).iterator().next();
    try (NextWordModel model = model(task)) {
      Scorer scorer = task.lossScorer();
      scorer.add(batch, model.answers(batch));

      assertThat(model.step(batch)).isCloseTo(scorer.loss(), within(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void one_batch_shown_again_and_again_is_learned(Task task) {
    Batch batch = task.training(1, 1).iterator().next();
    try (NextWordModel model = model(task)) {
      double first = model.step(batch);
      double last = first;
      for (int step = 0; step < 30; step++) {
        last = model.step(batch);
      }

      assertThat(last).isLessThan(0.97 * first);
    }
  }

  @Test
  void every_task_runs_in_the_fast_form() {
    Map<TaskName, Signature> signatures =
        Map.of(
            TaskName.NEXT_WORD, Signature.ofWords(7),
            TaskName.ADDING, SyntheticTask.adding(10, 1, 1, 1).signature(),
            TaskName.TEMPORAL_ORDER, SyntheticTask.temporalOrder(10, 1, 1, 1).signature(),
            TaskName.COPY_MEMORY, SyntheticTask.copyMemory(10, 1, 1, 1).signature());
    assertThat(signatures).containsOnlyKeys(TaskName.values());
    ModelSettings settings = TinySettings.model(Cell.GRU, 1, 0);
    assertThat(Implementation.of(settings, ADAM)).isEqualTo(Implementation.FAST);
    signatures.forEach(
        (task, signature) -> {
          try (NextWordModel model = NextWordModel.initial(settings, ADAM, signature, 1)) {
            assertThat(model.kernels()).startsWith("fast");
          }
        });
  }

  @Test
  void of_a_recall_the_probe_sees_the_loss_at_the_last_step_alone() {
    Task recall = SyntheticTask.copyMemory(10, 8, 8, 8);
    Batch probe = recall.probe(8).get(0);
    // The same parameters, but a network that has no output at any other step.
    Signature last = new Signature(new Signature.Symbols(10), new Signature.LastClass(8));
    try (NextWordModel model = model(recall);
        NextWordModel alone =
            NextWordModel.initial(TinySettings.model(Cell.GRU, 1, 0), ADAM, last, 1)) {
      double[][] seen = reach(model, probe);
      double[][] wanted = reach(alone, probe);
      double[][] withAll = reach(model, recall.validation().iterator().next());

      for (int row = 0; row < 8; row++) {
        assertThat(wanted[row][0]).isPositive();
        assertThat(seen[row]).containsExactly(wanted[row], within(1e-7));
        assertThat(withAll[row][29]).isNotCloseTo(wanted[row][29], within(1e-4));
      }
    }
  }

  private static double[][] reach(NextWordModel model, Batch batch) {
    List<double[][]> seen = new ArrayList<>();
    model.backpropagate(batch, new Collector(seen));
    return seen.get(0);
  }

  /** Keeps ‖∂ℓ/∂x‖. */
  private record Collector(List<double[][]> into) implements GradientObserver {
    @Override
    public void hidden(HiddenGradients gradients) {}

    @Override
    public void words(double[][] norms) {
      into.add(norms);
    }
  }
}
