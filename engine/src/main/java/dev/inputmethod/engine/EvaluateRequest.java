package dev.inputmethod.engine;

import java.util.List;
import java.util.Optional;

/**
 * Which trial to score, and on what.
 *
 * @param trial a trial's name, {@code experiment/trial}, or a directory; empty for the winner's
 *     best seed
 * @param dialogues files or Ant-style patterns
 */
public record EvaluateRequest(Optional<String> trial, List<String> dialogues) {
  public EvaluateRequest {
    dialogues = List.copyOf(dialogues);
  }
}
