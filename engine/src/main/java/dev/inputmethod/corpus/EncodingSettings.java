package dev.inputmethod.corpus;

import java.util.Locale;
import java.util.Objects;

/**
 * Everything that decides, for given dialogues, what their encoded corpus contains. The context
 * length is not part of it: an encoded corpus serves every context length.
 *
 * @param scope where the context of a target may lie
 * @param minCount the least number of occurrences in the training split of a word that is kept;
 *     rarer words become {@code <unk>}
 * @param maxVocabulary the maximum number of words, including {@code <unk>} and the separator
 * @param skipBadLines whether malformed lines are counted and skipped rather than an error
 */
public record EncodingSettings(
    ContextScope scope, int minCount, int maxVocabulary, boolean skipBadLines, SplitShares split) {
  public EncodingSettings {
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
