package dev.inputmethod.experiment;

import java.util.List;

/**
 * What is learned from, and how it is cut into contexts and targets.
 *
 * @param dialogues files or Ant-style patterns, as written
 * @param contextLength words before the target
 * @param minCount rarer training words become {@code <unk>}
 * @param maxVocabulary words kept at the most, {@code <unk>} among them
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
