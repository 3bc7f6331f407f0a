package dev.inputmethod.experiment;

import java.util.List;

/**
 * The dialogues to learn from, and how they are divided into contexts and targets.
 *
 * @param dialogues files or Ant-style patterns, as given
 * @param contextLength the number of words before the target
 * @param minCount training words with fewer occurrences become {@code <unk>}
 * @param maxVocabulary the maximum number of words, including {@code <unk>}
 */
public record DataSettings(
    List<String> dialogues,
    int contextLength,
    ContextWithin contextWithin,
    int minCount,
    int maxVocabulary,
    OnBadLine onBadLine,
    SplitSettings split) {
  public DataSettings {
    dialogues = List.copyOf(dialogues);
  }
}
