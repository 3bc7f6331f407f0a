package dev.inputmethod.training;

import dev.inputmethod.corpus.EncodedCorpus;
import dev.inputmethod.experiment.TaskSettings;
import dev.inputmethod.experiment.TrainingTargets;
import dev.inputmethod.experiment.TrialConfig;
import dev.inputmethod.task.NextWordTask;
import dev.inputmethod.task.SyntheticTask;
import dev.inputmethod.task.Task;
import java.util.Optional;

/** Makes the task that a configuration names. */
final class Tasks {
  private Tasks() {}

  /**
   * The task of a configuration.
   *
   * @param corpus present if words are learned, and only then
   */
  static Task of(TrialConfig config, Optional<EncodedCorpus> corpus) {
    TaskSettings task = config.task();
    int batchSize = config.training().batchSize();
    return switch (task.name()) {
      case NEXT_WORD ->
          new NextWordTask(
              corpus.orElseThrow(),
              config.data().contextLength(),
              batchSize,
              config.training().targets() == TrainingTargets.EVERY);
      case ADDING ->
          SyntheticTask.adding(
              task.length(), task.examples(), task.validationExamples(), batchSize);
      case TEMPORAL_ORDER ->
          SyntheticTask.temporalOrder(
              task.length(), task.examples(), task.validationExamples(), batchSize);
      case COPY_MEMORY ->
          SyntheticTask.copyMemory(
              task.length(), task.examples(), task.validationExamples(), batchSize);
    };
  }
}
