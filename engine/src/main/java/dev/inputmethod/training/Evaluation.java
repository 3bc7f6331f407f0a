package dev.inputmethod.training;

import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Scores;
import dev.inputmethod.task.Task;
import java.util.Map;

/** Asks a model for its answers to every example of some batches, and scores them. */
public final class Evaluation {
  private Evaluation() {}

  /** Every figure by name. */
  public static Map<String, Double> metrics(
      NextWordModel model, Scores scores, Iterable<Batch> batches) {
    return scored(model, scores, batches).metrics();
  }

  /** Only the mean loss over all targets. */
  static double loss(NextWordModel model, Task task, Iterable<Batch> batches) {
    return scored(model, task.losses(), batches).loss();
  }

  private static Scores scored(NextWordModel model, Scores scores, Iterable<Batch> batches) {
    for (Batch batch : batches) {
      scores.add(batch, model.answers(batch));
    }
    return scores;
  }
}
