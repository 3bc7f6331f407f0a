package dev.inputmethod.sweep;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/** What a worker tells: one JSON object a line on its standard output. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = WorkerEvent.Progressed.class, name = "progressed"),
  @JsonSubTypes.Type(value = WorkerEvent.Trained.class, name = "trained"),
  @JsonSubTypes.Type(value = WorkerEvent.Evaluated.class, name = "evaluated"),
  @JsonSubTypes.Type(value = WorkerEvent.Opened.class, name = "opened"),
  @JsonSubTypes.Type(value = WorkerEvent.Offered.class, name = "offered"),
  @JsonSubTypes.Type(value = WorkerEvent.Refused.class, name = "refused"),
  @JsonSubTypes.Type(value = WorkerEvent.Blocked.class, name = "blocked"),
  @JsonSubTypes.Type(value = WorkerEvent.Broke.class, name = "broke")
})
sealed interface WorkerEvent {
  /** A trial goes on: what {@link SweepListener.Progress} says, but for the trial's name. */
  record Progressed(int epoch, int epochs, long step, long steps, double trainingLoss)
      implements WorkerEvent {}

  /** The trial has its record, completed or failed. */
  record Trained() implements WorkerEvent {}

  /** The metrics asked for. */
  record Evaluated(Map<String, Double> metrics) implements WorkerEvent {
    public Evaluated {
      metrics = Map.copyOf(metrics);
    }
  }

  /** The trial is loaded. */
  record Opened() implements WorkerEvent {}

  /** Words, the most probable first, each with its probability. */
  record Offered(List<String> words, List<Double> probabilities) implements WorkerEvent {
    public Offered {
      words = List.copyOf(words);
      probabilities = List.copyOf(probabilities);
    }
  }

  /** What the user gave is wrong: a place and a message for each problem. */
  record Refused(List<String> places, List<String> messages) implements WorkerEvent {
    public Refused {
      places = List.copyOf(places);
      messages = List.copyOf(messages);
    }
  }

  /** A file cannot be read or written, as the message says; the worker ends after this. */
  record Blocked(String message) implements WorkerEvent {}

  /** The worker failed; it ends after this. */
  record Broke(String message) implements WorkerEvent {}
}
