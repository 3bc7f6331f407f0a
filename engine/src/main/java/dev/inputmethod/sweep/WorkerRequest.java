package dev.inputmethod.sweep;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** A request to a worker: one JSON object per line on its standard input. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkerRequest.Train.class, name = "train"),
  @JsonSubTypes.Type(value = WorkerRequest.Evaluate.class, name = "evaluate"),
  @JsonSubTypes.Type(value = WorkerRequest.Open.class, name = "open"),
  @JsonSubTypes.Type(value = WorkerRequest.Continue.class, name = "continue")
})
sealed interface WorkerRequest {
  /**
   * Train a planned trial.
   *
   * @param directory the trial's directory with its {@code config.json}
   * @param corpus the directory of the encoded corpus; empty if the task generates its own examples
   * @param commit the commit of the experiment's checkout, for the record
   */
  record Train(String directory, Optional<String> corpus, String commit) implements WorkerRequest {}

  /**
   * Evaluate a finished trial on dialogue files.
   *
   * @param cache the directory for encoded dialogues
   * @param corpus the directory of the corpus that the trial was trained on, for the baselines
   */
  record Evaluate(String directory, List<String> dialogues, String cache, Optional<String> corpus)
      implements WorkerRequest {
    public Evaluate {
      dialogues = List.copyOf(dialogues);
    }
  }

  /** Load a finished trial for predictions. */
  record Open(String directory) implements WorkerRequest {}

  /** Predict the best {@code beam} continuations of the given number of words. */
  record Continue(String prefix, int words, int beam) implements WorkerRequest {}
}
