package dev.inputmethod.sweep;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** What a worker is asked to do: one JSON object a line on its standard input. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkerRequest.Train.class, name = "train"),
  @JsonSubTypes.Type(value = WorkerRequest.Evaluate.class, name = "evaluate"),
  @JsonSubTypes.Type(value = WorkerRequest.Open.class, name = "open"),
  @JsonSubTypes.Type(value = WorkerRequest.Continue.class, name = "continue")
})
sealed interface WorkerRequest {
  /**
   * Train a planned trial to its record.
   *
   * @param directory the trial's, with its {@code config.json}
   * @param corpus the encoded corpus' directory; empty where the trial makes its own examples
   * @param commit of the experiment's checkout, for the record
   */
  record Train(String directory, Optional<String> corpus, String commit) implements WorkerRequest {}

  /**
   * Score a finished trial on dialogue files.
   *
   * @param cache directory of encoded dialogues
   * @param corpus directory of the corpus that the trial learned from, for the baselines
   */
  record Evaluate(String directory, List<String> dialogues, String cache, Optional<String> corpus)
      implements WorkerRequest {
    public Evaluate {
      dialogues = List.copyOf(dialogues);
    }
  }

  /** Load a finished trial to predict with. */
  record Open(String directory) implements WorkerRequest {}

  /** Offer words to go on with: the best {@code beam} continuations of so many words. */
  record Continue(String prefix, int words, int beam) implements WorkerRequest {}
}
