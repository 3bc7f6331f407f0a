package dev.inputmethod.engine;

import java.util.List;
import java.util.Optional;

/**
 * A request to evaluate a trial on dialogues.
 *
 * @param trial the name of a trial or experiment, {@code experiment/trial}, or a directory; empty
 *     for the winner's best seed
 * @param dialogues files or Ant-style patterns
 */
public record EvaluateRequest(Optional<String> trial, List<String> dialogues) {
  public EvaluateRequest {
    dialogues = List.copyOf(dialogues);
  }
}
