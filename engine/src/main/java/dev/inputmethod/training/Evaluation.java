package dev.inputmethod.training;

import dev.inputmethod.model.NextWordModel;
import dev.inputmethod.task.Batch;
import dev.inputmethod.task.Scorer;
import dev.inputmethod.task.Task;
import java.util.Map;

/** Scores a model's answers to every example of some batches. */
public final class Evaluation {
  private Evaluation() {}

  /** Every metric by name. */
  public static Map<String, Double> metrics(
      NextWordModel model, Scorer scorer, Iterable<Batch> batches) {
    return scored(model, scorer, batches).metrics();
  }

  /** The mean loss over all targets, and nothing else. */
  static double loss(NextWordModel model, Task task, Iterable<Batch> batches) {
    return scored(model, task.lossScorer(), batches).loss();
  }

  private static Scorer scored(NextWordModel model, Scorer scorer, Iterable<Batch> batches) {
    for (Batch batch : batches) {
      scorer.add(batch, model.answers(batch));
    }
    return scorer;
  }
}
