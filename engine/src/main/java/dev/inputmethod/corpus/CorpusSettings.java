package dev.inputmethod.corpus;

import java.nio.file.Path;
import java.util.List;

/**
 * Which dialogues to encode, and how.
 *
 * @param files the dialogues in JSON Lines, read in this order
 */
public record CorpusSettings(List<Path> files, EncodingSettings encoding) {
  public CorpusSettings {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("there are no files to prepare a corpus from");
    }
  }

  public CorpusSettings(
      List<Path> files,
      ContextScope scope,
      int minCount,
      int maxVocabulary,
      boolean skipBadLines,
      SplitShares split) {
    this(files, new EncodingSettings(scope, minCount, maxVocabulary, skipBadLines, split));
  }
}
