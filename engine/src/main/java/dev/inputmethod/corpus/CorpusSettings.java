package dev.inputmethod.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Everything that decides what an encoded corpus holds. How many words of context a model sees is
 * not among it: one encoded corpus serves every context length.
 *
 * @param files JSON Lines of dialogues, read in this order; none to look for what was encoded
 *     earlier
 * @param scope where the context of a target may lie
 * @param minCount rarer training words become {@code <unk>}
 * @param maxVocabulary words kept at the most, {@code <unk>} and the separator word among them
 * @param skipBadLines whether a malformed line is counted and passed over rather than an error
 */
public record CorpusSettings(
    List<Path> files,
    ContextScope scope,
    int minCount,
    int maxVocabulary,
    boolean skipBadLines,
    SplitShares split) {
  public CorpusSettings {
    files = List.copyOf(files);
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(split, "split");
    if (minCount < 1 || maxVocabulary < 3) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "minCount %d, maxVocabulary %d: at least 1 and 3 are needed",
              minCount,
              maxVocabulary));
    }
  }
}
