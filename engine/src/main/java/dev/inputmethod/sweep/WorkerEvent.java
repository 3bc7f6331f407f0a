package dev.inputmethod.sweep;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.inputmethod.problem.Problem;
import java.util.List;
import java.util.Map;

/** A message from a worker: one JSON object per line on its standard output. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkerEvent.Progressed.class, name = "progressed"),
  @JsonSubTypes.Type(value = WorkerEvent.Trained.class, name = "trained"),
  @JsonSubTypes.Type(value = WorkerEvent.Evaluated.class, name = "evaluated"),
  @JsonSubTypes.Type(value = WorkerEvent.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = WorkerEvent.Predicted.class, name = "predicted"),
  @JsonSubTypes.Type(value = WorkerEvent.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = WorkerEvent.Blocked.class, name = "blocked"),
  @JsonSubTypes.Type(value = WorkerEvent.Failed.class, name = "failed")
})
sealed interface WorkerEvent {
  /** A trial has made progress; see {@link SweepListener.Progress}. */
  record Progressed(int epoch, int epochs, long step, long steps, double trainingLoss)
      implements WorkerEvent {}

  /** The trial has written its record, completed or failed. */
  record Trained() implements WorkerEvent {}

  /** The requested metrics. */
  record Evaluated(Map<String, Double> metrics) implements WorkerEvent {
    public Evaluated {
      metrics = Map.copyOf(metrics);
    }
  }

  /** The trial is loaded. */
  record Opened() implements WorkerEvent {}

  /** The requested predictions, the most probable first. */
  record Predicted(List<Suggestion> suggestions) implements WorkerEvent {
    public Predicted {
      suggestions = List.copyOf(suggestions);
    }
  }

  /** The user's input is invalid. */
  record Refused(List<Problem> problems) implements WorkerEvent {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** A file cannot be read or written; the worker exits after this message. */
  record Blocked(String message) implements WorkerEvent {}

  /** The worker failed in another way; it exits after this message. */
  record Failed(String message) implements WorkerEvent {}
}
