package dev.inputmethod.reports.record;

import java.util.Objects;

/** How a trial ended. */
public sealed interface Outcome {
  /** It trained to its last epoch. */
  record Completed() implements Outcome {}

  /** It ended early; {@code reason} is one sentence for the user. */
  record Failed(String reason) implements Outcome {
    public Failed {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
